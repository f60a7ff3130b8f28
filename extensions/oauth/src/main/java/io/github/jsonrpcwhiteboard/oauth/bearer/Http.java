package io.github.jsonrpcwhiteboard.oauth.bearer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the authorization server: one time limit for the whole exchange, a bounded answer, and no redirects, which could
 * lead the client's secret elsewhere. Safe for several threads.
 */
final class Http {

    static final int MAX_ANSWER = 256 * 1024;

    private final Duration limit;
    private final HttpClient client;

    Http(Duration limit) {
        this.limit = limit;
        this.client = HttpClient.newBuilder().connectTimeout(limit).followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1).build();
    }

    Duration limit() {
        return limit;
    }

    String get(URI url) throws IOException {
        return send(HttpRequest.newBuilder(url).header("Accept", "application/jwk-set+json, application/json").GET());
    }

    String post(URI url, String authorization, String form) throws IOException {
        return send(HttpRequest.newBuilder(url).header("Accept", "application/json")
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
    }

    /** The limit is that of the future: one of the request would end with the head of the answer. */
    private String send(HttpRequest.Builder request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request.build(),
                head -> new LimitedBody(MAX_ANSWER));
        try {
            HttpResponse<byte[]> answer = exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                throw new IOException("status " + answer.statusCode());
            }
            return new String(answer.body(), StandardCharsets.UTF_8);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        } finally {
            exchange.cancel(true);
        }
    }
}
