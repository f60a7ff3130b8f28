package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.github.jsonrpcwhiteboard.fixture.Conversations;
import io.github.jsonrpcwhiteboard.fixture.Endpoints;
import io.github.jsonrpcwhiteboard.fixture.Endpoints.Endpoint;

/** The conversation files against the dispatcher, without server and framework. */
class ConversationsTest {

    @TestFactory
    Stream<DynamicTest> conversations() {
        Map<String, Local> endpoints = Endpoints.create().stream()
                .collect(Collectors.toMap(Endpoint::path, ConversationsTest::local));
        return Conversations.all().stream().map(exchange -> DynamicTest.dynamicTest(exchange.toString(), () -> {
            Local local = endpoints.get(exchange.endpoint());
            String actual = exchange.light() == null ? local.heavy(exchange.request())
                    : local.light(exchange.light(), exchange.request());
            assertTrue(exchange.matches(actual), () -> exchange + "\n--> " + exchange.request() + "\n<-- expected "
                    + exchange.answer() + "\n<-- actual   " + actual);
        })).onClose(() -> endpoints.values().forEach(Local::close));
    }

    private static Local local(Endpoint<?> endpoint) {
        return new Local(new LocalTarget(endpoint.path(), LocalTarget.table(endpoint.type(), false),
                endpoint.service(), 0), Map.of());
    }
}
