package io.github.jsonrpcwhiteboard.security;

import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/** What an {@link Authenticator} may know of an HTTP request. Valid only while the authenticator is asked. */
@ProviderType
public interface AuthenticationRequest {

    /**
     * User and password of HTTP Basic (RFC 7617).
     *
     * @return the credentials; empty if the request has none of this scheme, or they cannot be read
     */
    Optional<PasswordCredentials> password();

    /**
     * The HTTP method.
     *
     * @return as {@code POST}
     */
    String method();

    /**
     * The URL as the client sent it, without the query, as far as the server knows it.
     *
     * @return scheme, host, port if not the default, and the path, not decoded
     */
    String url();

    /**
     * The query.
     *
     * @return what follows the question mark, not decoded; null if there is none
     */
    String query();

    /**
     * The values of a request header.
     *
     * @param name the header's name, in any case
     * @return the values in their order, empty if there is no such header
     */
    List<String> headers(String name);

    /**
     * Where the request comes from.
     *
     * @return the address of the client, or of the last proxy
     */
    String remoteAddress();
}
