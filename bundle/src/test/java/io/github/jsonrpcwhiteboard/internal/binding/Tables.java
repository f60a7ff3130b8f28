package io.github.jsonrpcwhiteboard.internal.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/** Method tables and arguments, as the whiteboard and the dispatcher make them. */
final class Tables {

    private Tables() {
    }

    static MethodTable of(Class<?>... interfaces) {
        return of(false, Set.of(), List.of(interfaces));
    }

    static MethodTable withToken(Class<?> type) {
        return of(true, Set.of(), List.of(type));
    }

    static MethodTable of(boolean token, Set<String> names, List<Class<?>> interfaces) {
        return new MethodTableBuilder(Mapping.base(), token, names,
                List.of(CompletionStage.class, Future.class)).build(interfaces);
    }

    /** Arguments; null for none. */
    static SentParams params(String json) {
        if (json == null) {
            return SentParams.NONE;
        }
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        SentParams.Kind kind = json.startsWith("[") ? SentParams.Kind.ARRAY : SentParams.Kind.OBJECT;
        return new SentParams(kind, bytes, 0, bytes.length);
    }

    /** What a call does: the signature of the method that is chosen, or why none is. */
    static String choose(Overloads overloads, String json) {
        try {
            String chosen = overloads.bind(params(json)).method().signature();
            Bound early = early(overloads, params(json));
            if (early != null) {
                assertEquals(chosen, early.method().signature(), "while the body is read");
            }
            return chosen;
        } catch (ArgumentException e) {
            assertNull(early(overloads, params(json)), "while the body is read");
            return e.data().toString();
        }
    }

    /** What is bound while a body is read; null if that must wait. */
    private static Bound early(Overloads overloads, SentParams params) {
        if (params == SentParams.NONE) {
            return null;
        }
        return overloads.bindEarly(new PlainJson(params.body()));
    }

    /** The signatures of all methods. */
    static List<String> signatures(MethodTable table) {
        return table.methods().stream().map(RpcMethod::signature).toList();
    }

    /** All failures, as {@code REASON method}. */
    static List<String> failures(MethodTable table) {
        return table.failures().stream().map(f -> f.reason() + " " + f.method()).sorted().toList();
    }
}
