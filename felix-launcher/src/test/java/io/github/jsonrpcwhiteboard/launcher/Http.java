package io.github.jsonrpcwhiteboard.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Calls as a client makes them. */
final class Http {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {
    }

    /** Without a login where it is null. */
    static HttpResponse<String> post(String url, String body, String login) throws IOException, InterruptedException {
        return CLIENT.send(request(url, body, login), HttpResponse.BodyHandlers.ofString());
    }

    static CompletableFuture<HttpResponse<String>> postAsync(String url, String body) {
        return CLIENT.sendAsync(request(url, body, null), HttpResponse.BodyHandlers.ofString());
    }

    /** Calls until the status is the expected one; plugins come and go without a word to clients. */
    static HttpResponse<String> await(int status, String url, String body, String login)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        HttpResponse<String> response = post(url, body, login);
        while (response.statusCode() != status) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still " + response.statusCode() + " for " + url + ": " + response.body());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            response = post(url, body, login);
        }
        return response;
    }

    private static HttpRequest request(String url, String body, String login) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        if (login != null) {
            request.header("Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        }
        return request.build();
    }
}
