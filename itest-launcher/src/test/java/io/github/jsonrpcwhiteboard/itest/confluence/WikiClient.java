package io.github.jsonrpcwhiteboard.itest.confluence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Calls methods in the name of a user, by the light and the heavy protocol in turn. */
final class WikiClient {

    static final String PATH = "rpc/json-rpc/confluenceservice-v2";
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String EXCEPTIONS = "io.github.jsonrpcwhiteboard.example.confluence.api.";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger CALLS = new AtomicInteger();

    private final Wiki wiki;
    private final String name;
    private final String password;

    /** Without a login if both are null. */
    WikiClient(Wiki wiki, String name, String password) {
        this.wiki = wiki;
        this.name = name;
        this.password = password;
    }

    /** The same user with another password. */
    WikiClient with(String otherPassword) {
        return new WikiClient(wiki, name, otherPassword);
    }

    String name() {
        return name;
    }

    /** The result of a call that must not fail. */
    JsonNode call(String method, Object... arguments) {
        JsonNode answer = send(method, arguments);
        if (answer.has("error")) {
            throw new AssertionError(method + Arrays.deepToString(arguments) + ": " + answer.get("error") + wiki.log());
        }
        Covered.answered(method);
        return answer.get("result");
    }

    /** The result of a call that must not fail, as text. */
    String text(String method, Object... arguments) {
        return call(method, arguments).asText();
    }

    /**
     * The type and text of the exception that a call must end with, as in {@code NotPermittedException: You're not
     * permitted to do that.}
     */
    String refused(String method, Object... arguments) {
        JsonNode answer = send(method, arguments);
        JsonNode error = answer.get("error");
        if (error == null || error.get("code").asInt() != 500
                || !error.get("message").asText().startsWith(EXCEPTIONS)) {
            throw new AssertionError(method + Arrays.deepToString(arguments) + " is not refused: " + answer
                    + wiki.log());
        }
        Covered.refused(method);
        return error.get("message").asText().substring(EXCEPTIONS.length());
    }

    /** The whole error of a call that must not reach the service. */
    JsonNode error(String method, Object... arguments) {
        return send(method, arguments).get("error");
    }

    /** The HTTP status that a call is answered with. */
    int status(String method, Object... arguments) {
        return post(PATH + "/" + method, write(arguments)).statusCode();
    }

    private JsonNode send(String method, Object... arguments) {
        return CALLS.incrementAndGet() % 2 == 0 ? heavy(method, arguments) : light(method, arguments);
    }

    private JsonNode heavy(String method, Object... arguments) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("jsonrpc", "2.0");
        request.put("method", method);
        request.put("params", arguments);
        request.put("id", method);
        return read(post(PATH, write(request)).body());
    }

    /** In the shape of the heavy protocol. */
    private JsonNode light(String method, Object... arguments) {
        JsonNode answer = read(post(PATH + "/" + method, write(arguments)).body());
        if (answer.has("jsonrpc") && answer.has("error")) {
            return answer;
        }
        ObjectNode result = JSON.createObjectNode();
        result.set("result", answer);
        return result;
    }

    /** Posts a body as it is, with headers: name, value, name, value. */
    HttpResponse<String> post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Posts a body as it is, as JSON unless a header says otherwise. */
    HttpResponse<String> post(String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(wiki.url() + path)).timeout(LIMIT)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Gets a URL of the server. */
    HttpResponse<byte[]> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT), HttpResponse.BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        if (name != null) {
            request.header("Authorization", basic());
        }
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The header of the login. */
    String basic() {
        byte[] login = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
