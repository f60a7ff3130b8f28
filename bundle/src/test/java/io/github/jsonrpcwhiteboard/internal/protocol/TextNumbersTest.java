package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.jsonrpcwhiteboard.fixture.Fixture;
import io.github.jsonrpcwhiteboard.fixture.FixtureService;
import io.github.jsonrpcwhiteboard.internal.binding.Limits;

/** A number may come as a text. A very long one would take quadratic time to read. */
class TextNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"bigInteger", "bigDecimal"})
    void longTextIsRefused(String method) {
        try (Local local = new Local(LocalTarget.of(Fixture.class, FixtureService.create(), 0), Map.of())) {
            String answer = local.light(method, "[\"" + "9".repeat(Limits.MAX_NUMBER + 1) + "\"]");
            assertTrue(answer.contains("-32602") && answer.contains("over a limit"), answer);
        }
    }

    @Test
    void textWithinTheLimitIsRead() {
        String digits = "9".repeat(Limits.MAX_NUMBER);
        try (Local local = new Local(LocalTarget.of(Fixture.class, FixtureService.create(), 0), Map.of())) {
            assertEquals(digits, local.light("bigInteger", "[\"" + digits + "\"]"));
        }
    }
}
