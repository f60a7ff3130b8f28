package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;

/**
 * What the properties of a service ask for.
 *
 * @param paths the paths, without leading and trailing slash
 * @param interfaces names of the interfaces to publish; empty: all that the service is registered under
 * @param token whether the first parameter of every method is a token
 * @param anonymous whether callers need not be logged in
 * @param roles roles of which the caller must have one; empty: none needed
 * @param methods names of the methods to publish; empty: all
 * @param title for people, null for the default
 * @param description for people, not null
 * @param version for people, null for the default
 * @param timeout milliseconds, 0 for the configured
 * @param maxConcurrent requests in progress at a time, 0 for the configured
 * @param batchParallel calls of a batch that may run at the same time, 0 for one
 * @param methodRoles for methods that are narrowed, roles of which the caller must have one
 */
record Declaration(List<String> paths, List<String> interfaces, boolean token, boolean anonymous, Set<String> roles,
        Set<String> methods, String title, String description, String version, long timeout, long maxConcurrent,
        long batchParallel, Map<String, Set<String>> methodRoles) {

    /** How every restriction to roles begins. */
    private static final String RESTRICTION = "rpc.role";

    static Declaration of(Properties properties) throws DeclarationException {
        List<String> paths = properties.texts(JsonRpcConstants.PATH, FailedReason.BAD_PATH).stream()
                .map(Declaration::trim).distinct().toList();
        if (paths.isEmpty()) {
            throw new DeclarationException(FailedReason.BAD_PATH, JsonRpcConstants.PATH + " is empty");
        }
        for (String path : paths) {
            checkPath(path);
        }
        checkRestrictions(properties);
        String description = properties.text(JsonRpcConstants.DESCRIPTION);
        return new Declaration(paths,
                properties.texts(JsonRpcConstants.INTERFACE, FailedReason.BAD_INTERFACE),
                properties.flag(JsonRpcConstants.AUTHENTICATE),
                properties.flag(JsonRpcConstants.ANONYMOUS),
                Set.copyOf(properties.texts(JsonRpcConstants.ROLES, FailedReason.BAD_PROPERTY)),
                Set.copyOf(properties.texts(JsonRpcConstants.METHODS, FailedReason.BAD_PROPERTY)),
                properties.text(JsonRpcConstants.TITLE),
                description == null ? "" : description,
                properties.text(JsonRpcConstants.VERSION),
                properties.number(JsonRpcConstants.TIMEOUT, "milliseconds"),
                properties.number(JsonRpcConstants.MAX_CONCURRENT, "requests"),
                properties.number(JsonRpcConstants.BATCH_PARALLEL, "calls"),
                properties.textsByName(JsonRpcConstants.METHOD_ROLES));
    }

    /** One whose name is misspelt must not leave open what was meant. */
    private static void checkRestrictions(Properties properties) throws DeclarationException {
        for (String name : properties.namesOf(RESTRICTION)) {
            if (!JsonRpcConstants.ROLES.equalsIgnoreCase(name)
                    && !Properties.begins(name, JsonRpcConstants.METHOD_ROLES)) {
                throw new DeclarationException(FailedReason.BAD_PROPERTY, name + " is neither "
                        + JsonRpcConstants.ROLES + " nor " + JsonRpcConstants.METHOD_ROLES + "<method>");
            }
        }
    }

    private static String trim(String path) {
        int from = path.startsWith("/") ? 1 : 0;
        int to = path.length() > from && path.endsWith("/") ? path.length() - 1 : path.length();
        return path.substring(from, to);
    }

    private static void checkPath(String path) throws DeclarationException {
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || ".".equals(segment) || "..".equals(segment)
                    || segment.chars().anyMatch(Character::isISOControl)) {
                throw new DeclarationException(FailedReason.BAD_PATH, JsonRpcConstants.PATH + " has "
                        + (segment.isEmpty() ? "an empty segment" : "a segment that no URL can have"));
            }
        }
    }
}
