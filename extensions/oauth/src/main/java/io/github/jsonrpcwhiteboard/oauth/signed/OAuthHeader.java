package io.github.jsonrpcwhiteboard.oauth.signed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of {@code Authorization: OAuth} (RFC 5849, section 3.5.1), each there once, without the realm. */
record OAuthHeader(List<Parameter> parameters) {

    private static final String SCHEME = "OAuth";
    private static final Pattern PARAMETER = Pattern.compile("\\G\\s*([^\\s=,\"]+)=\"([^\"]*)\"\\s*(,|$)");

    static boolean isOne(String header) {
        String text = header.strip();
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (text.length() == SCHEME.length() || Character.isWhitespace(text.charAt(SCHEME.length())));
    }

    static OAuthHeader parse(String header) throws BadRequest {
        String text = header.strip().substring(SCHEME.length());
        List<Parameter> parameters = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Matcher matcher = PARAMETER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            end = matcher.end();
            boolean realm = matcher.group(1).equalsIgnoreCase("realm");
            Parameter parameter = realm ? new Parameter("realm", "")
                    : Parameter.ofHeader(matcher.group(1), matcher.group(2));
            if (!names.add(parameter.name())) {
                throw new BadRequest("a parameter is in the header twice");
            }
            if (!realm) {
                parameters.add(parameter);
            }
        }
        if (parameters.isEmpty() || end != text.length()) {
            throw new BadRequest("the header is malformed");
        }
        return new OAuthHeader(List.copyOf(parameters));
    }

    /** The value; empty if it is missing. */
    String value(String name) throws BadRequest {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter.text();
            }
        }
        return "";
    }

    boolean has(String name) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
    }
}
