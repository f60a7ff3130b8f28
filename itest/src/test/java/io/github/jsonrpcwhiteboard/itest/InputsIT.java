package io.github.jsonrpcwhiteboard.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Before;
import org.junit.Test;

/** Inputs that are meant to cost more to read than to send are answered, and soon. */
public class InputsIT extends InContainer {

    /** What none of these may take; they are sent in milliseconds. */
    private static final long SOON = TimeUnit.SECONDS.toNanos(10);
    private static final int MANY = 100_000;
    private static final int MIB = 1024 * 1024;
    /** Within the limit on digits, and with more of them than would fit into memory. */
    private static final String EXPONENT = "1e999999999";

    /** A bean. */
    public static final class Bean {

        public int number;
        public Bean bean;
    }

    /** The published interface. */
    public interface Reader {

        /**
         * Reads anything.
         *
         * @param value any value
         * @return how many elements or characters it has
         */
        int any(Object value);

        /**
         * Reads a number.
         *
         * @param value a number
         * @return its sign
         */
        int decimal(BigDecimal value);

        /**
         * Reads a number.
         *
         * @param value a number
         * @return its sign
         */
        int integer(BigInteger value);

        /**
         * Reads numbers.
         *
         * @param values numbers
         * @return how many there are
         */
        int integers(List<BigInteger> values);

        /**
         * Reads a number.
         *
         * @param value a number
         * @return the same
         */
        long number(long value);

        /**
         * Reads a bean.
         *
         * @param value a bean
         * @return its number
         */
        int bean(Bean value);
    }

    private static final class Counter implements Reader {

        @Override
        public int any(Object value) {
            return value instanceof Collection<?> elements ? elements.size()
                    : value instanceof Map<?, ?> members ? members.size() : String.valueOf(value).length();
        }

        @Override
        public int decimal(BigDecimal value) {
            return value.signum();
        }

        @Override
        public int integer(BigInteger value) {
            return value.signum();
        }

        @Override
        public int integers(List<BigInteger> values) {
            return values.size();
        }

        @Override
        public long number(long value) {
            return value;
        }

        @Override
        public int bean(Bean value) {
            return value.number;
        }
    }

    /** Registers the endpoint. */
    @Before
    public void register() {
        register(Reader.class, new Counter(), open("reader"));
    }

    private JsonNode soon(String path, String body) {
        long begin = System.nanoTime();
        JsonNode answer = http.light("reader" + path, body);
        long time = System.nanoTime() - begin;
        assertTrue(path + " took " + time + " ns", time < SOON);
        return answer;
    }

    private void assertRead(int expected, String path, String argument) {
        JsonNode answer = soon(path, '[' + argument + ']');
        assertEquals(path + ": " + answer, expected, answer.asInt(-1));
    }

    private JsonNode assertError(int code, String path, String body) {
        JsonNode error = soon(path, body).path("error");
        assertEquals(path + ": " + error, code, error.path("code").asInt());
        assertTrue("the answer is longer than any reason", error.toString().length() < 1000);
        return error;
    }

    private void assertOver(String limit, String path, String body) {
        JsonNode error = assertError(-32700, path, body);
        assertEquals(error.toString(), limit, error.path("data").path("limit").asText());
    }

    /** Nesting, closed and not. */
    @Test
    public void deep() {
        String object = "{\"bean\":";
        assertRead(1, "/any", "[".repeat(99) + "]".repeat(99));
        assertOver("nesting", "/any", "[".repeat(101) + "]".repeat(101));
        assertOver("nesting", "/any", "[".repeat(MANY));
        assertOver("nesting", "/any", "[".repeat(MANY) + "]".repeat(MANY));
        assertOver("nesting", "/any", '[' + object.repeat(MANY) + "1" + "}".repeat(MANY) + ']');
        assertOver("nesting", "", object.repeat(MANY));
        assertRead(0, "/bean", object.repeat(98) + "null" + "}".repeat(98));
        assertOver("nesting", "/bean", '[' + object.repeat(MANY) + "null" + "}".repeat(MANY) + ']');
    }

    /** Many elements, many members, and members whose names have the same hash. */
    @Test
    public void wide() {
        assertRead(1_000_000, "/any", '[' + "0,".repeat(999_999) + "0]");
        assertRead(7000, "/any", members(IntStream.range(0, 7000).mapToObj(i -> "n" + i)));
        String colliding = members(IntStream.range(0, 2000).mapToObj(i -> Integer.toBinaryString(2048 + i).substring(1)
                .replace("0", "Aa").replace("1", "BB")));
        assertRead(2000, "/any", colliding);
        assertError(-32602, "/bean", '[' + colliding + ']');
        assertOver("names", "/any", '[' + members(IntStream.range(0, 50_000).mapToObj(i -> "n" + i)) + ']');
        assertEquals(-32005, soon("", '[' + "1,".repeat(MANY) + "1]").path("error").path("code").asInt());
    }

    private static String members(Stream<String> names) {
        return names.map(name -> '"' + name + "\":0").collect(Collectors.joining(",", "{", "}"));
    }

    /** Long texts, names and numbers. */
    @Test
    public void longOnes() {
        assertRead(8 * MIB, "/any", '"' + "x".repeat(8 * MIB) + '"');
        assertOver("string", "/any", "[\"" + "x".repeat(8 * MIB + 1) + "\"]");
        assertOver("names", "/any", "[{\"" + "x".repeat(MIB) + "\":1}]");
        assertRead(1, "/integer", "9".repeat(400));
        assertRead(1, "/integer", '"' + "9".repeat(400) + '"');
        assertOver("number", "/integer", '[' + "9".repeat(401) + ']');
        assertOver("number", "/any", '[' + "9".repeat(MIB) + ']');
        assertOver("number", "/any", "[0." + "9".repeat(MIB) + ']');
        assertError(-32602, "/integer", "[\"" + "9".repeat(MIB) + "\"]");
        assertError(-32602, "/decimal", "[\"0." + "9".repeat(MIB) + "\"]");
        assertError(-32602, "/number", "[\"" + "9".repeat(MIB) + "\"]");
    }

    /** Numbers of a few characters and very many digits. */
    @Test
    public void exponents() {
        for (String number : new String[] {EXPONENT, '"' + EXPONENT + '"', '-' + EXPONENT, "1e-999999999"}) {
            assertError(-32602, "/integer", '[' + number + ']');
            assertError(-32602, "/number", '[' + number + ']');
            assertError(-32602, "/bean", "[{\"number\":" + number + "}]");
            assertError(-32602, "/bean", "[{\"bean\":{\"number\":" + number + "}}]");
            assertError(-32602, "/integers", "[[1," + number + "]]");
        }
        assertRead(1, "/decimal", EXPONENT);
        assertRead(-1, "/decimal", "-1e-999999999");
        assertError(-32602, "/any", "[[" + (EXPONENT + ',').repeat(MANY) + "1]]");
        assertRead(MANY, "/any", '[' + "1e-999999999,".repeat(MANY - 1) + "1e300]");
        assertRead(MANY, "/integers", '[' + "1,".repeat(MANY - 1) + "1]");
        assertError(-32602, "/integers", '[' + "[" + (EXPONENT + ',').repeat(MANY) + "1]]");
    }

    /** The same member again and again. */
    @Test
    public void duplicates() {
        String value = "\"number\":1,";
        assertEquals(1, soon("/any", "[{" + value.repeat(8000) + "\"number\":2}]").asInt());
        assertEquals(2, soon("/bean", "[{" + value.repeat(8000) + "\"number\":2}]").asInt());
        assertOver("names", "/bean", "[{" + value.repeat(9000) + "\"number\":2}]");
        assertError(-32600, "", "{\"jsonrpc\":\"2.0\",\"method\":\"any\",\"method\":\"number\",\"id\":1,"
                + "\"params\":[1]}");
        assertError(-32600, "", "{\"jsonrpc\":\"2.0\"," + "\"id\":1,".repeat(20_000)
                + "\"method\":\"any\",\"params\":[1]}");
    }
}
