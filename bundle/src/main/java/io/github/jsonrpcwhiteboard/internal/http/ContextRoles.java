package io.github.jsonrpcwhiteboard.internal.http;

import java.util.Arrays;
import java.util.Set;

import org.osgi.service.http.context.ServletContextHelper;
import org.osgi.service.useradmin.Authorization;

/** The roles that the HTTP whiteboard's context tells, as its specification says: by an object of User Admin's. */
final class ContextRoles {

    private ContextRoles() {
    }

    /** Empty where the context, or a container without one, has only an answer for each role. */
    static Set<String> of(HttpExchange exchange) {
        Object told = exchange.attribute(ServletContextHelper.AUTHORIZATION);
        if (told == null) {
            return Set.of();
        }
        try {
            String[] roles = told instanceof Authorization authorization ? authorization.getRoles() : null;
            return roles == null ? Set.of() : Set.copyOf(Arrays.asList(roles));
        } catch (RuntimeException | LinkageError e) {
            return Set.of(); // it is the host's code, and this bundle may be without User Admin's API
        }
    }
}
