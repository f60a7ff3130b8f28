package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments whose types throw while they are read: what the caller can mend is -32602, the rest an incident. */
class ArgumentIncidentsTest {

    /** The published interface. */
    public interface Shop {

        /** Takes one. */
        void one(Item item);

        /** Takes several. */
        void several(List<Shelf> shelves);
    }

    /** Holds an item. */
    public record Shelf(Item item) {
    }

    /** Throws what it is told to. */
    public static class Item {

        private static final Map<String, Supplier<Throwable>> THROWN = Map.of("memory", OutOfMemoryError::new,
                "stack", StackOverflowError::new, "assertion", AssertionError::new,
                "link", NoClassDefFoundError::new, "argument", IllegalArgumentException::new);

        /** Sets. */
        public void setThrown(String name) throws Throwable {
            throw THROWN.get(name).get();
        }
    }

    private static final class Counter implements Shop {

        @Override
        public void one(Item item) {
            throw new AssertionError("called");
        }

        @Override
        public void several(List<Shelf> shelves) {
            throw new AssertionError("called");
        }
    }

    @ParameterizedTest
    @CsvSource({"memory, -32603", "stack, -32603", "assertion, -32603", "link, -32603", "argument, -32602"})
    void setters(String thrown, int code) throws Exception {
        try (Local local = new Local(LocalTarget.of(Shop.class, new Counter(), 0), Map.of())) {
            String item = "{'thrown': '" + thrown + "'}";
            for (String answer : List.of(local.light("one", json("[" + item + "]")),
                    local.light("several", json("[[{'item': " + item + "}]]")))) {
                JsonNode error = new ObjectMapper().readTree(answer).get("error");
                assertEquals(code, error.get("code").intValue(), answer);
                assertEquals(code == -32603, error.at("/data").has("errorId"), answer);
            }
        }
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
