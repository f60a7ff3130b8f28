package io.github.jsonrpcwhiteboard.internal.openrpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.jsonrpcwhiteboard.CallContext;
import io.github.jsonrpcwhiteboard.JsonRpcParam;
import io.github.jsonrpcwhiteboard.fixture.Types;
import io.github.jsonrpcwhiteboard.internal.protocol.Local;
import io.github.jsonrpcwhiteboard.internal.protocol.LocalTarget;

/** What a document tells a person. */
class OpenRpcTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document = OpenRpc.document(new OpenRpc.Info("Title", "", "1.0", "http://here/rpc"),
            LocalTarget.table(Shapes.class, false), name -> !name.equals("tree"));

    private JsonNode method(String name) {
        for (JsonNode method : document.get("methods")) {
            if (method.get("name").asText().equals(name)) {
                return method;
            }
        }
        throw new AssertionError(name + " is not in " + document.get("methods").findValuesAsText("name"));
    }

    private JsonNode definition(String name) {
        return document.at("/components/schemas").required(name);
    }

    @Test
    void itSaysWhatServiceItIs() throws Exception {
        assertEquals("1.3.2", document.get("openrpc").asText());
        assertEquals(JSON.readTree("{\"title\": \"Title\", \"version\": \"1.0\"}"), document.get("info"));
        assertEquals("http://here/rpc", document.at("/servers/0/url").asText());
    }

    @Test
    void whatIsNotShownIsNotThere() {
        assertFalse(document.get("methods").findValuesAsText("name").contains("tree"));
    }

    @Test
    void descriptionsExamplesAndErrorsAreThoseOfTheAuthor() throws Exception {
        JsonNode add = method("add");
        assertEquals("Adds numbers.", add.get("summary").asText());
        assertEquals("Adds numbers. It does so slowly.", add.get("description").asText());
        assertEquals(List.of("left", "right"), add.get("params").findValuesAsText("name"));
        assertEquals("the first", add.at("/params/0/description").asText());
        assertEquals(JSON.readTree("[\"java.io.IOException\"]"), add.at("/errors/0/data/exceptions"));
        assertEquals(JSON.readTree("""
                [{"name": "two and two", "params": [{"name": "left", "value": 2}, {"name": "right", "value": 2}],
                  "result": {"name": "result", "value": 4}}]"""), add.get("examples"));
        assertTrue(method("annotated").get("deprecated").asBoolean());
        assertEquals("An annotated bean. It has it all.", definition("Shapes.Annotated").get("description").asText());
        assertEquals("has another name",
                definition("Shapes.AnnotatedInput").at("/properties/renamed/description").asText());
    }

    /** Validators refuse a format that they do not know, and texts that are not of it. */
    @ParameterizedTest
    @ValueSource(classes = {Shapes.class, Types.class})
    void formatsAreThoseOfJsonSchema(Class<?> type) {
        JsonNode all = OpenRpc.document(new OpenRpc.Info("", "", "1", ""), LocalTarget.table(type, false),
                name -> true);
        assertEquals(Set.of(), all.findValuesAsText("format").stream()
                .filter(format -> !List.of("date", "duration", "uuid", "uri").contains(format))
                .collect(Collectors.toSet()));
        assertTrue(all.findValuesAsText("title").contains("milliseconds since 1970"));
    }

    @Test
    void whatOneOnlySeesIsMarked() {
        JsonNode input = definition("Shapes.AnnotatedInput").get("properties");
        assertTrue(input.at("/computed/readOnly").asBoolean());
        assertFalse(input.has("secret"));
        assertTrue(definition("Shapes.Annotated").at("/properties/level/deprecated").asBoolean());
    }

    @Test
    void overloadsHaveNamesOfTheirOwnThatCanBeCalled() throws Exception {
        assertEquals(1, method("find(id)").get("params").size());
        assertEquals(2, method("find(space,title)").get("params").size());
        method("same(long)");
        Shapes shapes = (Shapes) Proxy.newProxyInstance(Shapes.class.getClassLoader(),
                new Class<?>[] {Shapes.class}, (proxy, called, arguments) -> arguments.length + " arguments");
        try (Local local = new Local(LocalTarget.of(Shapes.class, shapes, 0), Map.of())) {
            assertEquals("\"2 arguments\"", local.light("find(space,title)", "[1, 2]"));
            assertEquals("\"1 arguments\"", local.light("same(List<String>)", "[[\"1\"]]"));
            assertTrue(local.light("find(title,space)", "[1, 2]").contains("-32601"));
        }
    }

    /** With parameters that callers do not see. Named by annotation: the fuzzer drops the names in classes. */
    public interface Token {

        /** Has a token and a context. */
        void call(String token, CallContext context, @JsonRpcParam("visible") int visible);
    }

    @Test
    void whatTheCallerLeavesOutIsNotThere() {
        JsonNode call = OpenRpc.document(new OpenRpc.Info("t", "", "1", ""), LocalTarget.table(Token.class, true),
                name -> true).at("/methods/0");
        assertEquals(List.of("visible"), call.get("params").findValuesAsText("name"));
        assertEquals("null", call.at("/result/schema/type").asText());
        assertEquals("call(int visible)", call.get("x-java-signature").asText());
    }
}
