package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.jsonrpcwhiteboard.fixture.Fixture;
import io.github.jsonrpcwhiteboard.fixture.FixtureService;

/**
 * Nicolas Seriot's JSON parsing test suite in each place where a body can hold JSON. Files named n_ are not JSON, those
 * named y_ are, and of those named i_ the standard leaves it open.
 */
class JsonTestSuiteTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final int FILES = 318;

    /** Not JSON, but "no arguments" between the brackets of an array. */
    private static final Set<String> EMPTY_ARRAY = Set.of("n_single_space.json", "n_structure_no_data.json");
    /** Not JSON, but "no arguments" as a light body; RFC 8259, section 8.1, lets a byte order mark be ignored. */
    private static final Set<String> EMPTY_LIGHT_BODY = Set.of("n_single_space.json", "n_structure_no_data.json",
            "n_structure_UTF8_BOM_no_data.json");

    private record Sample(String name, byte[] text) {

        boolean is(char kind) {
            return name.charAt(0) == kind;
        }
    }

    @Test
    void isComplete() throws Exception {
        assertEquals(FILES, samples().size());
    }

    @TestFactory
    Stream<DynamicTest> asWholeBody() throws Exception {
        Local local = local();
        return tests(local, sample -> {
            JsonNode answer = read(local.heavy(sample.text));
            assertAnswer(answer);
            assertKind(sample, Set.of(), answer);
            return answer;
        });
    }

    @TestFactory
    Stream<DynamicTest> asArgument() throws Exception {
        Local local = local();
        return tests(local, sample -> {
            JsonNode answer = read(local.heavy(call(sample.text)));
            assertAnswer(answer);
            assertKind(sample, EMPTY_ARRAY, answer);
            if (sample.is('y')) {
                assertEquals(read(sample.text), answer.get("result"), "the argument comes back");
            }
            return answer;
        });
    }

    @TestFactory
    Stream<DynamicTest> asLightBody() throws Exception {
        Local local = local();
        return tests(local, sample -> {
            JsonNode answer = read(local.light("any", sample.text));
            assertKind(sample, EMPTY_LIGHT_BODY, answer);
            return answer;
        });
    }

    @Test
    void oneByteOrderMarkIsIgnoredAndNoMore() {
        byte[] mark = "\ufeff".getBytes(StandardCharsets.UTF_8);
        try (Local local = local()) {
            byte[] once = join(mark, call("1".getBytes(StandardCharsets.UTF_8)));
            assertEquals(1, read(local.heavy(once)).path("result").asInt());
            assertEquals(-32700, read(local.heavy(join(mark, once))).at("/error/code").asInt());
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static Local local() {
        return new Local(LocalTarget.of(Fixture.class, FixtureService.create(), 0), Map.of());
    }

    private static Stream<DynamicTest> tests(Local local, Function<Sample, JsonNode> test) throws Exception {
        return samples().stream().map(sample -> DynamicTest.dynamicTest(sample.name,
                () -> assertTimeoutPreemptively(GENEROUS, () -> test.apply(sample)))).onClose(local::close);
    }

    private static void assertKind(Sample sample, Set<String> validHere, JsonNode answer) {
        if (!sample.is('i')) {
            boolean invalid = sample.is('n') && !validHere.contains(sample.name);
            assertEquals(invalid, answer.path("error").path("code").asInt() == -32700, () -> "answered " + answer);
        }
    }

    /** Section 5 of the specification. */
    private static void assertAnswer(JsonNode answer) {
        if (answer.isArray() && !answer.isEmpty()) {
            answer.forEach(JsonTestSuiteTest::assertAnswer);
            return;
        }
        assertEquals("2.0", answer.path("jsonrpc").asText(), () -> "answered " + answer);
        assertTrue(answer.has("id"), () -> "answered " + answer);
        assertTrue(answer.has("result") != answer.path("error").path("code").isInt(), () -> "answered " + answer);
    }

    private static JsonNode read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode read(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("not JSON", e);
        }
    }

    private static byte[] call(byte[] argument) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"jsonrpc\":\"2.0\",\"method\":\"any\",\"params\":[".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(argument);
        body.writeBytes("],\"id\":1}".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static List<Sample> samples() throws IOException, URISyntaxException {
        Path directory = Path.of(JsonTestSuiteTest.class.getResource("/jsontestsuite/test_parsing").toURI());
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                samples.add(new Sample(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        return samples;
    }
}
