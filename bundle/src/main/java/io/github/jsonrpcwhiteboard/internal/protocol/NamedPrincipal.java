package io.github.jsonrpcwhiteboard.internal.protocol;

import java.security.Principal;

/**
 * A caller of whom only the name is known.
 *
 * @param getName the name
 */
public record NamedPrincipal(String getName) implements Principal {

    @Override
    public String toString() {
        return getName;
    }
}
