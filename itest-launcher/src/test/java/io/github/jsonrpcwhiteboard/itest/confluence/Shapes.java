package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** The files of {@code client-shapes} as tests. Each has a space of its own, {@code ${space}}. */
final class Shapes {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)((?:/\\w+)*)}");
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([\\w-]+)", Pattern.CASE_INSENSITIVE);

    private final WikiClient client;
    private final Map<String, JsonNode> variables = new TreeMap<>();

    private Shapes(Wiki wiki) {
        this.client = wiki.user("ann");
        variables.put("space", TextNode.valueOf(wiki.space()));
        variables.put("blank", TextNode.valueOf(" \r\n\t"));
        variables.put("mark", TextNode.valueOf("\uFEFF"));
    }

    /** One test for each shape, in order: some use what others have made. */
    static Stream<DynamicNode> tests(Wiki wiki) throws IOException, URISyntaxException {
        List<DynamicNode> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(Shapes.class.getResource("/client-shapes").toURI()))) {
            for (Path file : files.sorted().toList()) {
                Shapes shapes = new Shapes(wiki);
                tests.add(DynamicContainer.dynamicContainer(file.getFileName().toString(), Shape.read(file).stream()
                        .map(shape -> DynamicTest.dynamicTest(shape.toString(), () -> shapes.check(shape)))));
            }
        }
        return tests.stream();
    }

    private void check(Shape shape) throws IOException {
        String expected = fill(shape.answer());
        HttpResponse<String> response = client.post(fill(shape.path()), body(shape),
                shape.headers().toArray(new String[0]));
        assertEquals(shape.status(), response.statusCode(), () -> shape.place() + ": " + response.body());
        if (shape.exact() || expected.isEmpty()) {
            assertEquals(expected, response.body(), shape.place());
            return;
        }
        JsonNode shown = WikiClient.JSON.readTree(expected);
        JsonNode answer = WikiClient.JSON.readTree(response.body());
        assertTrue(matches(shown, answer) && shown.hasNonNull("error") == answer.hasNonNull("error"),
                () -> shape.place() + ": expected " + expected + " but got " + answer);
        if (shape.name() != null) {
            variables.put(shape.name(), answer);
        }
    }

    private byte[] body(Shape shape) throws IOException {
        Matcher charset = CHARSET.matcher(String.join(";", shape.headers()));
        byte[] text = fill(shape.request()).getBytes(charset.find() ? Charset.forName(charset.group(1))
                : StandardCharsets.UTF_8);
        if (!shape.gzip()) {
            return text;
        }
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(text);
        }
        return zipped.toByteArray();
    }

    /** Texts go in without quotes, so that they can be a part of one. */
    private String fill(String text) throws JsonProcessingException {
        StringBuilder filled = new StringBuilder();
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            JsonNode value = variables.get(variable.group(1));
            if (value == null || value.at(variable.group(2)).isMissingNode()) {
                throw new AssertionError("there is no " + variable.group() + ": the exchange that keeps it has failed");
            }
            JsonNode part = value.at(variable.group(2));
            String json = part.isTextual() ? part.textValue() : WikiClient.JSON.writeValueAsString(part);
            variable.appendReplacement(filled, Matcher.quoteReplacement(json));
        }
        return variable.appendTail(filled).toString();
    }

    private static boolean matches(JsonNode expected, JsonNode actual) {
        if (actual == null || expected.isTextual() && "*".equals(expected.textValue())) {
            return actual != null;
        }
        if (expected.isObject()) {
            return actual.isObject() && expected.properties().stream()
                    .allMatch(member -> matches(member.getValue(), actual.get(member.getKey())));
        }
        if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                if (!matches(expected.get(i), actual.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return expected.equals(actual);
    }
}
