package io.github.jsonrpcwhiteboard.internal.protocol;

import java.io.IOException;
import java.util.Map;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.jsonrpcwhiteboard.fixture.Fixture;
import io.github.jsonrpcwhiteboard.fixture.FixtureService;

/**
 * Any bytes at all: the answer is valid JSON-RPC, nothing is thrown, no well-meaning service fails, and what is read
 * without Jackson is what Jackson reads. Without more, runs the committed corpus; CONTRIBUTING says how to search for
 * more.
 */
class DispatcherFuzzTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final LocalTarget TARGET = new LocalTarget("fixture", LocalTarget.table(Fixture.class, false,
            "subtract", "update", "sum", "notify_hello", "get_data", "echo", "nothing", "store", "group", "greet",
            "any", "find", "pick", "vague", "bean", "named", "aByte", "aShort", "anInt", "aLong", "aFloat",
            "aDouble", "aBoolean", "aChar", "boxed", "bigInteger", "bigDecimal", "string", "bytes", "ints",
            "doubles", "strings", "longs", "colors", "map", "color", "fields", "pair", "optional", "optionalInt",
            "date", "calendar", "instant", "offsetDateTime", "zonedDateTime", "localDate", "localTime",
            "localDateTime", "duration", "uuid", "json"),
            FixtureService.create(), 0);
    private static final Local LOCAL = new Local(TARGET, Map.of());

    @DictionaryEntries({
        "{\"jsonrpc\":\"2.0\",\"method\":\"", "\",\"params\":[", "],\"id\":1}", "\"id\":", "\"params\":{",
        "echo", "store", "group", "find", "pick", "named", "anInt", "aDouble", "bigDecimal", "bytes", "map",
        "pair", "instant", "zonedDateTime", "duration", "uuid", "\"title\":", "\"labels\":[", "\"created\":",
        "1e999", "\\ud800"})
    @FuzzTest(maxDuration = "20s")
    void heavy(byte[] body) throws IOException {
        PlainAgreement.check(TARGET.methods(), body);
        String answer = LOCAL.heavy(body);
        if (!answer.isEmpty()) {
            JsonNode tree = JSON.readTree(answer);
            if (tree.isArray()) {
                check(!tree.isEmpty(), answer);
                tree.forEach(element -> checkAnswer(element, answer));
            } else {
                checkAnswer(tree, answer);
            }
        }
    }

    private static void checkAnswer(JsonNode answer, String text) {
        boolean v2 = "2.0".equals(answer.path("jsonrpc").textValue());
        check(answer.has("id") && (v2 ? answer.size() == 3 : answer.size() == 3 && answer.has("result")), text);
        JsonNode error = answer.path("error");
        check(v2 ? answer.has("result") != answer.has("error") : answer.has("error"), text);
        if (!error.isMissingNode() && !error.isNull()) {
            check(error.path("code").isInt() && error.path("message").isTextual(), text);
            check(error.path("code").intValue() != -32603, text);
        }
    }

    private static void check(boolean good, String answer) {
        if (!good) {
            throw new AssertionError(answer);
        }
    }
}
