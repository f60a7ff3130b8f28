package io.github.jsonrpcwhiteboard.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;

/** One HTTP request and its reply, of whichever servlet API. Its methods are those of the servlet request. */
interface HttpExchange {

    String method();

    /** The whole path as sent, not decoded. */
    String requestUri();

    String contextPath();

    /** The part of the path that the servlet is registered under, decoded. */
    String servletPath();

    String queryString();

    /** The URL without the query. */
    String requestUrl();

    List<String> headers(String name);

    default String header(String name) {
        List<String> values = headers(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** Bytes of the body, -1 if that is not known. */
    long contentLength();

    InputStream body() throws IOException;

    String remoteAddress();

    /** The login that the container or the whiteboard context knows; null if there is none. */
    Principal principal();

    String authType();

    /** What the whiteboard context, for one, knows of the request; null if there is nothing of the name. */
    Object attribute(String name);

    boolean isUserInRole(String role);

    /** Lets the reply come after the container's thread has left; false if the container does not allow that. */
    boolean startAsync();

    /** Ends an exchange for which {@link #startAsync} was true. */
    void complete();

    void write(HttpReply reply) throws IOException;
}
