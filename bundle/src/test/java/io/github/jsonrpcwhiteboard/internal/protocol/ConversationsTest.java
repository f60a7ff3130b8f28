package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.github.jsonrpcwhiteboard.fixture.Conversations;
import io.github.jsonrpcwhiteboard.fixture.Fixture;
import io.github.jsonrpcwhiteboard.fixture.FixtureService;

/** The conversation files against the dispatcher, without server and framework. */
class ConversationsTest {

    @TestFactory
    Stream<DynamicTest> conversations() {
        Local local = new Local(LocalTarget.of(Fixture.class, FixtureService.create(), 0), Map.of());
        return Conversations.all().stream().map(exchange -> DynamicTest.dynamicTest(exchange.toString(), () -> {
            String actual = exchange.light() == null ? local.heavy(exchange.request())
                    : local.light(exchange.light(), exchange.request());
            assertTrue(exchange.matches(actual), () -> exchange + "\n--> " + exchange.request() + "\n<-- expected "
                    + exchange.answer() + "\n<-- actual   " + actual);
        })).onClose(local::close);
    }
}
