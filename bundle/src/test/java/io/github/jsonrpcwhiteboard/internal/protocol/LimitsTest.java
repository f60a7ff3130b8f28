package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.jsonrpcwhiteboard.fixture.Fixture;
import io.github.jsonrpcwhiteboard.fixture.FixtureService;

/** What a body may cost: each limit one below, at, and one above, in every place where it can be met. */
class LimitsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRST = call("any", "[\"first\"]", "0");
    private static final int PARSE_ERROR = -32700;
    private static final int OVER_LIMIT = -32005;

    private Local local;

    @AfterEach
    void close() {
        local.close();
    }

    @ParameterizedTest
    @CsvSource({"batch.limit, 3, 3", "batch.limit, 1, 1", ", , 1000"})
    void batch(String key, Integer value, int limit) {
        configure(key, value);
        for (int size = Math.max(1, limit - 1); size <= limit; size++) {
            JsonNode answer = heavy(batch(size));
            assertEquals(size, answer.size());
            answer.forEach(LimitsTest::assertResult);
        }
        assertOver(OVER_LIMIT, "batch", limit, heavy(batch(limit + 1)));
    }

    @Test
    void aBatchOverTheLimitIsNotBegun() {
        String[] called = new String[1];
        local = new Local(LocalTarget.of(Text.class, text -> called[0] = text, 0), Map.of("batch.limit", 1));
        String call = call("text", "[\"called\"]", "1");
        assertOver(OVER_LIMIT, "batch", 1, heavy("[" + call + "," + call + "]"));
        assertEquals(null, called[0]);
        assertResult(heavy("[" + call + "]").get(0));
        assertEquals("called", called[0]);
    }

    @ParameterizedTest
    @CsvSource({"nesting.limit, 7, 7", ", , 100"})
    void nesting(String key, Integer value, int limit) {
        configure(key, value);
        // around the argument are the arguments' array, for a heavy call the envelope, and for a batch its array
        assertLimit("nesting", limit, length -> nested(length - 2), length -> nested(length - 3),
                length -> nested(length - 1));
        assertResult(heavy(call("any", "{\"a\":" + nested(limit - 2) + "}", "1")));
        assertOver(PARSE_ERROR, "nesting", limit, heavy(call("any", "{\"a\":" + nested(limit - 1) + "}", "1")));
        assertOver(PARSE_ERROR, "nesting", limit, heavy("{\"meta\":" + nested(limit) + "}"));
    }

    @ParameterizedTest
    @CsvSource({"number.limit, 5, 5", ", , 400"})
    void number(String key, Integer value, int limit) {
        configure(key, value);
        assertLimit("number", limit, LimitsTest::digits, LimitsTest::digits, LimitsTest::digits);
        Argument negative = length -> "-" + digits(length);
        assertLimit("number", limit, negative, negative, negative);
        Argument fraction = length -> "0." + digits(length - 1);
        assertLimit("number", limit, fraction, fraction, fraction);
        assertEquals(digits(limit), heavy(call("nothing", "[]", digits(limit))).get("id").asText());
        assertOver(PARSE_ERROR, "number", limit, heavy(call("nothing", "[]", digits(limit + 1))));
        assertOver(PARSE_ERROR, "number", limit, heavy("{\"meta\":" + digits(limit + 1) + "}"));
    }

    @ParameterizedTest
    @CsvSource({"10", "1000", "70000"})
    void string(int limit) {
        configure("string.limit", limit);
        assertString("string", limit, "x");
        // characters are counted, not the bytes that write them
        assertString("string", limit, "\\u0041");
        assertString("string", limit, "\u00e4");
        assertOver(PARSE_ERROR, "string", limit, heavy("{\"meta\":" + quoted("x", limit + 1) + "}"));
    }

    private void assertString(String name, int limit, String character) {
        Argument text = length -> quoted(character, length);
        assertLimit(name, limit, text, text, text);
        Argument inside = length -> "{\"a\":[" + quoted(character, length) + "]}";
        assertLimit(name, limit, inside, inside, inside);
    }

    @ParameterizedTest
    @CsvSource({"names.limit, 60, 60", ", , 50000"})
    void names(String key, Integer value, int limit) {
        configure(key, value);
        int envelope = "jsonrpcmethodparamsid".length();
        Argument single = length -> "{\"" + "n".repeat(length - envelope) + "\":1}";
        Argument batch = length -> "{\"" + "n".repeat(length - 2 * envelope) + "\":1}";
        Argument light = length -> "{\"" + "n".repeat(length) + "\":1}";
        assertLimit("names", limit, single, batch, light);
        // all names count, not the longest
        Argument several = length -> "[{\"" + "n".repeat(length - envelope - 5) + "\":1},{\"four\":{\"1\":1}}]";
        assertResult(heavy(call("any", "[" + several.of(limit) + "]", "1")));
        assertOver(PARSE_ERROR, "names", limit, heavy(call("any", "[" + several.of(limit + 1) + "]", "1")));
        assertOver(PARSE_ERROR, "names", limit, heavy("{\"" + "n".repeat(limit + 1) + "\":1}"));
    }

    @Test
    void response() {
        configure("response.limit", 200);
        assertResponse("large", 200 - heavyFrame("large", "0"));
        assertEquals(198, light("large", "[198]").textValue().length());
        assertEquals(197, light("large", "[197]").textValue().length());
        assertOver(OVER_LIMIT, "response", 200, light("large", "[199]"));
    }

    private void assertResponse(String method, int fits) {
        for (int size = fits - 1; size <= fits; size++) {
            assertEquals(size, heavy(call(method, "[" + size + "]", "1")).get("result").textValue().length());
        }
        assertOver(OVER_LIMIT, "response", 200, heavy(call(method, "[" + (fits + 1) + "]", "1")));
    }

    /** How many bytes there are around the text that is the result. */
    private int heavyFrame(String method, String argument) {
        return local.heavy(call(method, "[" + argument + "]", "1")).length();
    }

    @Test
    void responseOfABatchKeepsWhatFits() {
        configure("response.limit", 200);
        String small = call("large", "[1]", "2");
        JsonNode answer = heavy("[" + small + "," + call("large", "[150]", "3") + "," + small + "]");
        assertResult(answer.get(0));
        assertError(OVER_LIMIT, "response", 200, answer.get(1));
        assertEquals(3, answer.get(1).get("id").intValue());
        assertResult(answer.get(2));
    }

    @Test
    void responseOfALaterResult() {
        configure("response.limit", 200);
        int fits = 200 - heavyFrame("later", "\"\"");
        assertResult(heavy(call("later", "[" + quoted("x", fits) + "]", "1")));
        assertOver(OVER_LIMIT, "response", 200, heavy(call("later", "[" + quoted("x", fits + 1) + "]", "1")));
        String half = call("later", "[" + quoted("x", fits / 2) + "]", "7");
        // Which of them find room depends on which of them really came later.
        int results = 0;
        for (JsonNode answer : heavy("[" + half + "," + half + "," + half + "]")) {
            assertEquals(7, answer.get("id").intValue());
            if (answer.has("result")) {
                results++;
            } else {
                assertError(OVER_LIMIT, "response", 200, answer);
            }
        }
        assertTrue(results == 1 || results == 2, "results: " + results);
    }

    @Test
    void dataOfAnErrorIsBoundedAsAResultIs() {
        configure("response.limit", 1000);
        JsonNode small = heavy(call("chosen", "[42,\"m\"," + quoted("x", 500) + "]", "1"));
        assertEquals(42, small.at("/error/code").intValue());
        assertOver(OVER_LIMIT, "response", 1000, heavy(call("chosen", "[42,\"m\"," + quoted("x", 2000) + "]", "1")));
    }

    @Test
    void methodName() {
        local = new Local(LocalTarget.of(Names.class, new Names() {
        }, 0), Map.of("method.limit", 4));
        for (String name : new String[] {"abc", "abcd"}) {
            assertResult(heavy(call(name, "[]", "1")));
            assertResult(heavy("[" + call(name, "[]", "1") + "]").get(0));
            assertTrue(light(name, "[]").isNull());
        }
        for (JsonNode answer : new JsonNode[] {heavy(call("abcde", "[]", "1")),
            heavy("[" + call("abcde", "[]", "1") + "]").get(0), light("abcde", "[]")}) {
            assertEquals(-32601, answer.at("/error/code").intValue(), () -> shown(answer));
            assertEquals("abcde", answer.at("/error/data/method").textValue());
        }
    }

    @Test
    void methodNameIsCutInTheAnswer() {
        configure(null, null);
        for (int length : new int[] {127, 128, 129, 5000}) {
            String name = "m".repeat(Math.min(128, length));
            assertEquals(name, heavy(call("m".repeat(length), "[]", "1")).at("/error/data/method").textValue());
            assertEquals(name, light("m".repeat(length), "[]").at("/error/data/method").textValue());
        }
    }

    @ParameterizedTest
    @CsvSource({"id.limit, 5, 5", ", , 256"})
    void id(String key, Integer value, int limit) {
        configure(key, value);
        for (String envelope : new String[] {"{\"jsonrpc\":\"2.0\",\"method\":\"nothing\",\"id\":%s}",
            "{\"method\":\"nothing\",\"id\":%s}"}) {
            for (int length = limit - 1; length <= limit; length++) {
                String id = "i".repeat(length);
                assertEquals(id, heavy(envelope.formatted(quoted("i", length))).get("id").textValue());
                String escaped = "[" + envelope.formatted(quoted("\\u0069", length)) + "]";
                assertEquals(id, heavy(escaped).get(0).get("id").textValue());
            }
            JsonNode over = heavy("[" + FIRST + "," + envelope.formatted(quoted("i", limit + 1)) + "]");
            assertResult(over.get(0));
            assertEquals(-32600, over.get(1).at("/error/code").intValue());
            assertTrue(over.get(1).at("/error/data/reason").textValue().contains(String.valueOf(limit)));
            assertTrue(over.get(1).get("id").isNull());
        }
    }

    /** Has short and long names. */
    private interface Names {

        default void abc() {
        }

        default void abcd() {
        }

        default void abcde() {
        }
    }

    /** Takes a text. */
    @FunctionalInterface
    private interface Text {
        String text(String text);
    }

    /** An argument of a size. */
    private interface Argument {
        String of(int size);
    }

    private void configure(String key, Integer value) {
        Map<String, Object> configuration = key == null ? Map.of() : Map.of(key, value);
        local = new Local(LocalTarget.of(Fixture.class, FixtureService.create(), 0), configuration);
    }

    /** The limit met by the only argument of a single call, of the second call of a batch, and of a light call. */
    private void assertLimit(String name, int limit, Argument single, Argument batch, Argument light) {
        for (int size = limit - 1; size <= limit; size++) {
            assertResult(heavy(call("any", "[" + single.of(size) + "]", "1")));
            JsonNode both = heavy("[" + FIRST + "," + call("any", "[" + batch.of(size) + "]", "1") + "]");
            assertResult(both.get(0));
            assertResult(both.get(1));
            assertFalse(light("any", "[" + light.of(size) + "]").has("error"));
        }
        assertOver(PARSE_ERROR, name, limit, heavy(call("any", "[" + single.of(limit + 1) + "]", "1")));
        assertOver(PARSE_ERROR, name, limit,
                heavy("[" + FIRST + "," + call("any", "[" + batch.of(limit + 1) + "]", "1") + "]"));
        assertOver(PARSE_ERROR, name, limit, light("any", "[" + light.of(limit + 1) + "]"));
    }

    private static void assertResult(JsonNode answer) {
        assertTrue(answer.has("result") && !answer.hasNonNull("error"), () -> shown(answer));
    }

    /** One error for all, which says which limit it was and what it is. */
    private static void assertOver(int code, String limit, int value, JsonNode answer) {
        assertError(code, limit, value, answer);
        boolean known = code == OVER_LIMIT && "response".equals(limit);
        assertTrue(known || answer.get("id").isNull(), () -> shown(answer));
    }

    private static void assertError(int code, String limit, int value, JsonNode answer) {
        assertEquals(code, answer.at("/error/code").intValue(), () -> shown(answer));
        assertEquals(limit, answer.at("/error/data/limit").textValue(), () -> shown(answer));
        assertEquals(value, answer.at("/error/data/value").intValue(), () -> shown(answer));
    }

    private static String shown(JsonNode answer) {
        String text = answer.toString();
        return "answered " + text.substring(0, Math.min(300, text.length()));
    }

    private JsonNode heavy(String body) {
        return read(local.heavy(body));
    }

    private JsonNode light(String method, String body) {
        return read(local.light(method, body));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    private static String call(String method, String params, String id) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + ",\"id\":" + id + "}";
    }

    private static String batch(int size) {
        return "[" + String.join(",", Collections.nCopies(size, FIRST)) + "]";
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static String digits(int count) {
        return "9".repeat(count);
    }

    private static String quoted(String character, int count) {
        return "\"" + character.repeat(count) + "\"";
    }
}
