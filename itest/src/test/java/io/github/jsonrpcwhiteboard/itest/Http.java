package io.github.jsonrpcwhiteboard.itest;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The caller: HTTP to the container's own server. */
final class Http {

    private static final String PREFIX = "rpc/json-rpc/";
    private static final String SERVERS = "(&(osgi.http.endpoint=*)"
            + "(|(objectClass=org.osgi.service.servlet.runtime.HttpServiceRuntime)"
            + "(objectClass=org.osgi.service.http.runtime.HttpServiceRuntime)))";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http(URI base) {
        this.base = base;
    }

    /** A caller of the one HTTP server there is. */
    static Http of(BundleContext context) {
        try {
            ServiceReference<?>[] servers = context.getAllServiceReferences(null, SERVERS);
            if (servers == null) {
                throw new AssertionError("no HTTP server");
            }
            Object endpoint = servers[0].getProperty("osgi.http.endpoint");
            if (endpoint instanceof Collection<?> several) {
                endpoint = several.iterator().next();
            } else if (endpoint instanceof String[] several) {
                endpoint = several[0];
            }
            return new Http(URI.create((String) endpoint));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Host and port, for those who want a socket. */
    URI base() {
        return base;
    }

    /** A request to an endpoint. */
    HttpRequest.Builder request(String path) {
        return at(PREFIX + path);
    }

    /** A request to the server. */
    HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(base.resolve("/" + path)).timeout(Duration.ofSeconds(60));
    }

    /** Sends a request. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Posts JSON to an endpoint, with headers: name, value, name, value. */
    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(BodyPublishers.ofString(body)));
    }

    /** Makes a light call that must be answered with a result. */
    JsonNode light(String path, String body) {
        HttpResponse<String> response = post(path, body);
        assertEquals(path + ": " + response.body(), 200, response.statusCode());
        return json(response.body());
    }

    /** Makes a light call that must be answered with an error of this code. */
    JsonNode lightError(int code, String path, String body) {
        JsonNode error = light(path, body).path("error");
        assertEquals(error.toString(), code, error.path("code").asInt());
        return error;
    }

    /** The headers of a login with HTTP Basic. */
    static String[] basic(String user, String password) {
        byte[] credentials = (user + ':' + password).getBytes(StandardCharsets.UTF_8);
        return new String[] {"Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials)};
    }

    /** The status of a light call without arguments. */
    int status(String path) {
        return post(path, "[]").statusCode();
    }

    /** Checks that an answer is of this status and carries a JSON-RPC error without an id. */
    static HttpResponse<String> assertRefused(int status, HttpResponse<String> response) {
        assertEquals(response.uri() + ": " + response.body(), status, response.statusCode());
        JsonNode body = json(response.body());
        assertEquals(response.body(), "2.0", body.path("jsonrpc").asText());
        assertEquals(response.body(), true, body.path("error").path("code").isInt());
        assertEquals(response.body(), true, body.path("error").path("message").isTextual());
        assertEquals(response.body(), true, body.has("id") && body.get("id").isNull());
        return response;
    }

    /** Checks that an answer is a JSON-RPC error of this status and code. */
    static HttpResponse<String> assertRefused(int status, int code, HttpResponse<String> response) {
        assertEquals(response.body(), code, error(assertRefused(status, response)).path("code").asInt());
        return response;
    }

    /** The error of an answer to a single call. */
    static JsonNode error(HttpResponse<String> response) {
        return json(response.body()).path("error");
    }

    /** Reads JSON. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }
}
