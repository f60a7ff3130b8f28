package io.github.jsonrpcwhiteboard.internal.openrpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.jsonrpcwhiteboard.fixture.Page;
import io.github.jsonrpcwhiteboard.fixture.Types;
import io.github.jsonrpcwhiteboard.internal.protocol.Local;
import io.github.jsonrpcwhiteboard.internal.protocol.LocalTarget;

/** What schemas admit is accepted, and what is answered is what schemas say: with values made from the schema alone. */
class SchemaAgreementTest {

    private static final int ROUNDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A bean in and out. */
    public interface Pages {

        /** A round trip. */
        Page page(Page page);

        /** A round trip. */
        Page[] pages(Page[] pages);
    }

    static Stream<Arguments> methods() {
        return Stream.of(Types.class, Shapes.class, Pages.class).flatMap(type -> {
            LocalTarget target = new LocalTarget("fixture", LocalTarget.table(type, false), mirror(type), 0);
            JsonNode document = document(target);
            return Stream.iterate(0, i -> i < document.get("methods").size(), i -> i + 1)
                    .map(i -> Arguments.of(document.get("methods").get(i).get("name").asText(), target, document, i));
        });
    }

    private static ObjectNode document(LocalTarget target) {
        return OpenRpc.document(new OpenRpc.Info("t", "", "1", "u"), target.methods(), name -> true);
    }

    /** Gives back its first argument, if that is what a method returns. */
    private static Object mirror(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> {
                    if (CompletionStage.class.isAssignableFrom(method.getReturnType())) {
                        return CompletableFuture.completedFuture(arguments[0]);
                    }
                    return method.getReturnType() == String.class && !(arguments[0] instanceof String) ? "text"
                            : arguments[0];
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    void schemasAndBindingAgree(String name, LocalTarget target, JsonNode document, int index) throws Exception {
        JsonNode method = document.get("methods").get(index);
        JsonSchema result = schema(document, method.get("result").get("schema"));
        for (int round = 0; round < ROUNDS; round++) {
            Samples samples = new Samples(document, new Random(31L * round + name.hashCode()));
            ArrayNode params = JSON.createArrayNode();
            for (JsonNode parameter : method.get("params")) {
                JsonNode sample = samples.of(parameter.get("schema"));
                Set<ValidationMessage> wrong = schema(document, parameter.get("schema")).validate(sample);
                assertTrue(wrong.isEmpty(), () -> "the sample is wrong: " + wrong);
                params.add(sample);
            }
            JsonNode answer = call(target, name, params);
            assertTrue(answer.has("result"), () -> params + " was answered " + answer);
            Set<ValidationMessage> wrong = result.validate(answer.get("result"));
            assertEquals(Set.of(), wrong, () -> params + " was answered " + answer);
        }
    }

    private static JsonSchema schema(JsonNode document, JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.get("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(whole);
    }

    private static JsonNode call(LocalTarget target, String method, ArrayNode params) throws Exception {
        ObjectNode request = JSON.createObjectNode().put("jsonrpc", "2.0").put("method", method).put("id", 1);
        request.set("params", params);
        try (Local local = new Local(target, Map.of())) {
            return JSON.readTree(local.heavy(request.toString()));
        }
    }
}
