package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import io.github.jsonrpcwhiteboard.internal.binding.ArgumentException;
import io.github.jsonrpcwhiteboard.internal.binding.BodyFactory;
import io.github.jsonrpcwhiteboard.internal.binding.Bound;
import io.github.jsonrpcwhiteboard.internal.binding.Limits;
import io.github.jsonrpcwhiteboard.internal.binding.Mapping;
import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;
import io.github.jsonrpcwhiteboard.internal.binding.Overloads;
import io.github.jsonrpcwhiteboard.internal.protocol.RequestReader.Requests;
import io.github.jsonrpcwhiteboard.internal.whiteboard.Settings;

/** That a body is read alike with and without Jackson. */
final class PlainAgreement {

    private static final Limits LIMITS = limits(Map.of());
    private static final BodyFactory JSON = Mapping.factory(LIMITS);

    private PlainAgreement() {
    }

    static Limits limits(Map<String, Object> configuration) {
        return Settings.of(configuration, problem -> {
            throw new IllegalArgumentException(problem);
        }).limits();
    }

    /** Fails if there is a difference; whether the body is plain at all. */
    static boolean check(MethodTable methods, byte[] body) {
        Requests plain = Utf8.firstError(body) < 0 ? new PlainReader(LIMITS, methods, body).heavy() : null;
        if (plain == null) {
            return false;
        }
        Requests expected;
        try (RequestReader reader = new RequestReader(JSON, LIMITS, body)) {
            expected = reader.heavy();
        } catch (RpcErrorException e) {
            throw new AssertionError(text(body) + " is read, but: " + e.error(), e);
        }
        assertEquals(expected.batch(), plain.batch(), () -> text(body));
        assertEquals(expected.list().size(), plain.list().size(), () -> text(body));
        for (int i = 0; i < plain.list().size(); i++) {
            check(methods, expected.list().get(i), plain.list().get(i), text(body));
        }
        return true;
    }

    private static void check(MethodTable methods, Request expected, Request plain, String body) {
        assertEquals(expected.error(), plain.error(), body);
        assertEquals(expected.shape(), plain.shape(), body);
        assertEquals(expected.method(), plain.method(), body);
        assertEquals(expected.id() == null ? null : text(expected.id()), plain.id() == null ? null : text(plain.id()),
                body);
        Overloads overloads = methods.find(plain.method());
        if (overloads != null && plain.params() instanceof Bound actual) {
            try {
                Bound bound = overloads.bind(expected.params());
                assertSame(bound.method(), actual.method(), body);
                assertArrayEquals(bound.arguments(), actual.arguments(), body);
            } catch (ArgumentException e) {
                throw new AssertionError(body + " is bound, but: " + e.data(), e);
            }
        }
    }

    private static String text(Id id) {
        return text(Arrays.copyOfRange(id.bytes(), id.start(), id.end()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
