package io.github.jsonrpcwhiteboard.internal.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A table keeps nothing of Jackson's until it is called. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FirstCallTest {

    private static final int CALLERS = 4;
    private static final int ROUNDS = 300;
    private static final String ORDER = "{\"article\":\"cucumber\"}";

    private static final AtomicInteger READERS = new AtomicInteger();

    /** The service. */
    private interface Shop {

        List<Order> sell(Order order);
    }

    @JsonDeserialize(using = OrderReader.class)
    private record Order(String article) {
    }

    /** Counts how often it is made; reads with the mapper behind the parser, as many do. */
    static final class OrderReader extends StdDeserializer<Order> {

        @Serial
        private static final long serialVersionUID = 1L;

        OrderReader() {
            super(Order.class);
            READERS.incrementAndGet();
        }

        @Override
        public Order deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return new Order(((JsonNode) in.getCodec().readTree(in)).get("article").asText());
        }
    }

    @BeforeEach
    void reset() {
        READERS.set(0);
    }

    @Test
    void aTypeIsCheckedBeforeAndReadFromTheFirstCallOn() throws Exception {
        MethodTable table = Tables.of(Shop.class);
        assertEquals(1, READERS.get(), "to see whether the type is usable");
        assertEquals("[" + ORDER + "]", call(table));
        assertEquals(2, READERS.get());
        assertEquals("[" + ORDER + "]", call(table));
        assertEquals(2, READERS.get());
    }

    @Test
    void firstCallsAtTheSameTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                MethodTable table = Tables.of(Shop.class);
                CyclicBarrier together = new CyclicBarrier(CALLERS);
                List<Future<ObjectMapper>> calls = new ArrayList<>();
                for (int i = 0; i < CALLERS; i++) {
                    calls.add(threads.submit(() -> {
                        together.await();
                        ObjectMapper mapper = table.mapper();
                        assertEquals("[" + ORDER + "]", call(table));
                        return mapper;
                    }));
                }
                for (Future<ObjectMapper> call : calls) {
                    assertSame(table.mapper(), call.get());
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String call(MethodTable table) throws Exception {
        Bound bound = table.find("sell").bind(Tables.params("[" + ORDER + "]"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        bound.method().write(out, List.of(bound.arguments()[0]));
        return out.toString(StandardCharsets.UTF_8);
    }
}
