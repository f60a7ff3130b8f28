package io.github.jsonrpcwhiteboard.internal.binding;

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
        return new MethodTableBuilder(Mapping.forEndpoint(Mapping.base()), token, names,
                List.of(CompletionStage.class, Future.class)).build(interfaces);
    }

    /** Arguments; null for none. */
    static Params params(String json) {
        if (json == null) {
            return Params.NONE;
        }
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Params.Kind kind = json.startsWith("[") ? Params.Kind.ARRAY : Params.Kind.OBJECT;
        return new Params(kind, bytes, 0, bytes.length, false);
    }

    /** What a call does: the signature of the method that is chosen, or why none is. */
    static String choose(Overloads overloads, String json) {
        try {
            return overloads.bind(params(json), null).method().signature();
        } catch (ArgumentException e) {
            return e.data().toString();
        }
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
