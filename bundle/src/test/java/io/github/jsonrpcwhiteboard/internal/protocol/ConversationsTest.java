package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
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
        return conversations(ConversationsTest::local, path -> true, () -> {
        });
    }

    /** Only the service with sessions depends on the calls of a batch being made one after the other. */
    @TestFactory
    Stream<DynamicTest> inParallel() {
        ExecutorService threads = Executors.newCachedThreadPool();
        Lanes lanes = (calls, left) -> {
            threads.execute(() -> {
                calls.run();
                left.run();
            });
            return true;
        };
        return conversations(endpoint -> new Local(target(endpoint).parallel(8), Map.of(), lanes),
                Endpoints.FIXTURE::equals, threads::shutdown);
    }

    private static Stream<DynamicTest> conversations(Function<Endpoint<?>, Local> locals, Predicate<String> paths,
            Runnable end) {
        Map<String, Local> endpoints = Endpoints.create().stream().collect(Collectors.toMap(Endpoint::path, locals));
        return Conversations.all().stream().filter(exchange -> paths.test(exchange.endpoint()))
                .map(exchange -> DynamicTest.dynamicTest(exchange.toString(), () -> {
                    Local local = endpoints.get(exchange.endpoint());
                    String actual = exchange.light() == null ? local.heavy(exchange.request())
                            : local.light(exchange.light(), exchange.request());
                    assertTrue(exchange.matches(actual), () -> exchange + "\n--> " + exchange.request()
                            + "\n<-- expected " + exchange.answer() + "\n<-- actual   " + actual);
                })).onClose(() -> endpoints.values().forEach(Local::close)).onClose(end);
    }

    private static Local local(Endpoint<?> endpoint) {
        return new Local(target(endpoint), Map.of());
    }

    private static LocalTarget target(Endpoint<?> endpoint) {
        return new LocalTarget(endpoint.path(), LocalTarget.table(endpoint.type(), false), endpoint.service(), 0);
    }
}
