package io.github.jsonrpcwhiteboard.oauth.bearer;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where in a token the caller's name and roles are. A path goes into objects at its dots; names that have dots
 * themselves are found too.
 */
record ClaimNames(String principal, List<String> roles) {

    /** The caller's name. */
    String principal(Map<String, Object> claims) throws BadToken {
        if (find(claims, principal) instanceof String name && !name.isBlank()) {
            return name;
        }
        throw new BadToken("it names nobody: it has no text at " + principal);
    }

    /** The caller's roles: the words of a text, or the texts of a list. */
    Set<String> roles(Map<String, Object> claims) {
        Set<String> found = new LinkedHashSet<>();
        for (String path : roles) {
            Object value = find(claims, path);
            if (value instanceof String words) {
                Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).forEach(found::add);
            } else if (value instanceof Collection<?> list) {
                list.stream().filter(String.class::isInstance).map(String.class::cast).forEach(found::add);
            }
        }
        return found;
    }

    private static Object find(Map<?, ?> claims, String path) {
        Object value = claims.get(path);
        for (int dot = path.indexOf('.'); value == null && dot >= 0; dot = path.indexOf('.', dot + 1)) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                value = find(inner, path.substring(dot + 1));
            }
        }
        return value;
    }
}
