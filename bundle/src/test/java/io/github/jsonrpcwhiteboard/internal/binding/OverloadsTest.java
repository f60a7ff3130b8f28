package io.github.jsonrpcwhiteboard.internal.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.jsonrpcwhiteboard.CallContext;
import io.github.jsonrpcwhiteboard.fixture.Overloaded;

/** Which method a call means. The order in which the JVM lists methods must not matter. */
class OverloadsTest {

    private static final int SHUFFLES = 50;

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[1]", "[3000000000]", "[-1]", "[1.5]", "[1e2]", "[99999999999999999999]", "[null]",
        "[\"x\"]", "[\"12\"]", "[\"RED\"]", "[\"true\"]", "[true]", "[[]]", "[[1,2]]", "[[\"a\"]]", "[{}]",
        "[{\"a\":1}]", "[1,2]", "{}", "{\"a\":1}", "{\"value\":1}", "{\"values\":[1]}",
        "{\"value\":null}", "{\"value\":{}}"})
    void theOrderOfTheMethodsDoesNotMatter(String params) {
        MethodTable table = Tables.of(Overloaded.class);
        Overloads pick = table.find("pick");
        String expected = Tables.choose(pick, params);
        Random random = new Random(1);
        for (int i = 0; i < SHUFFLES; i++) {
            List<RpcMethod> methods = new ArrayList<>(pick.methods());
            Collections.shuffle(methods, random);
            Overloads shuffled = new Overloads(methods, table::mapper);
            assertEquals(expected, Tables.choose(shuffled, params), methods::toString);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []          | find(Optional<String> filter, OptionalInt limit)
            ["a"]       | find(String name)
            ["a",1,"b",null] | find(String name, int from, String to, Optional<String> filter)
            ["a",1]     | find(Optional<String> filter, OptionalInt limit)
            ["a",1,"b"] | find(String name, int from, String to, Optional<String> filter)
            """)
    void optionalOnesAtTheEndMayBeLeftOut(String params, String expected) {
        assertEquals(expected, Tables.choose(Tables.of(Finder.class).find("find"), params));
    }

    private interface Finder {

        void find(String name);

        void find(Optional<String> filter, OptionalInt limit);

        void find(String name, int from, String to, Optional<String> filter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "[\"x\"]", "[1.5]", "[null]", "[{}]", "{\"number\":1}"})
    void theOrderOfTheInterfacesDoesNotMatter(String params) {
        List<Class<?>> interfaces = Arrays.asList(TakesLong.class, TakesText.class, TakesDecimal.class);
        Set<String> chosen = new HashSet<>();
        for (int i = 0; i < interfaces.size(); i++) {
            Collections.rotate(interfaces, 1);
            chosen.add(Tables.choose(Tables.of(false, Set.of(), interfaces).find("take"), params));
            Collections.swap(interfaces, 0, 1);
            chosen.add(Tables.choose(Tables.of(false, Set.of(), interfaces).find("take"), params));
        }
        assertEquals(1, chosen.size(), chosen::toString);
    }

    /** Published as three interfaces. */
    private interface TakesLong {
        void take(long number);
    }

    private interface TakesText {
        void take(String text);
    }

    private interface TakesDecimal {
        void take(BigDecimal number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[1234]         | one(long number)",
        "[\"x\"]        | one(String text)",
        "[\"1234\"]     | one(String text)",
        "[true]         | one(boolean flag)",
        "[1.5]          | one(BigDecimal fraction)",
        "[[\"a\"]]      | one(List<String> texts)",
        "[{\"a\":1}]    | one(Map<String, Object> members)",
        "{\"a\":1}      | one(Map<String, Object> members)"})
    void fitsByType(String params, String signature) {
        assertEquals(signature, Tables.choose(Tables.of(One.class).find("one"), params));
    }

    private interface One {

        void one(long number);

        void one(String text);

        void one(boolean flag);

        void one(BigDecimal fraction);

        void one(List<String> texts);

        void one(Map<String, Object> members);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[7]                | f(int n)",
        "[3000000000]       | f(long n)",
        "[\"7\"]            | f(int n)",
        "[\"3000000000\"]   | f(long n)",
        "[7, \"x\"]         | f(long n, String text)",
        "[\"x\", \"7\"]     | f(String text, long n)",
        "{\"n\":3000000000} | f(long n)",
        "{\"n\":7}          | f(int n)"})
    void aNumberGoesWhereItHasRoom(String params, String signature) {
        assertEquals(signature, Tables.choose(Tables.of(Numbers.class).find("f"), params));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "map  | [[]]  | map(Map<String, Object> members)",
        "bean | [[]]  | bean(OverloadsTest.Optionals bean)",
        "all  | [[]]  | all(List<String> texts)",
        "map  | [[1]] | no method takes arguments of these types"})
    void anEmptyArrayIsAnObjectWhereNoArrayIsTaken(String name, String params, String signature) {
        String answer = Tables.choose(Tables.of(Empties.class).find(name), params);
        assertTrue(answer.contains(signature), answer);
    }

    private record Optionals(Integer x) {
    }

    private interface Empties {

        void map(Map<String, Object> members);

        void map(String text);

        void bean(Optionals bean);

        void bean(Date date);

        void all(Map<String, Object> members);

        void all(Optionals bean);

        void all(List<String> texts);
    }

    private interface Numbers {

        void f(int n);

        void f(long n);

        void f(long n, String text);

        void f(String text, long n);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "when  | [0]           | when(Date a) | when(Instant b)",
        "when  | [\"2020-01-01T00:00:00Z\"] | when(Date a) | when(Instant b)",
        "when  | [null]        | when(Date a) | when(Instant b)",
        "cross | [1, 1]        | cross(int a, long b) | cross(long a, int b)",
        "bean  | [{}]          | bean(OverloadsTest.BeanOne a) | bean(OverloadsTest.BeanTwo b)",
        "bean  | {\"x\":1}     | bean(OverloadsTest.BeanOne a) | bean(OverloadsTest.BeanTwo b)",
        "named | {\"a\":1,\"b\":\"x\"} | named(String b, long a) | named(long a, String b)",
        "empty | []            | empty() | empty()",
        "empty | {}            | empty() | empty()",
        "empty |               | empty() | empty()"})
    void twoThatFitEquallyWellAreBothNamed(String name, String params, String one, String other) {
        String answer = Tables.choose(Tables.of(Vague.class).find(name), params);
        assertTrue(answer.contains("equally well"), answer);
        assertTrue(answer.contains("[" + one + ", " + other + "]"), answer);
    }

    private record BeanOne(int x) {
    }

    private record BeanTwo(int x) {
    }

    private interface Vague {

        void when(Date a);

        void when(Instant b);

        void cross(int a, long b);

        void cross(long a, int b);

        void bean(BeanOne a);

        void bean(BeanTwo b);

        void named(long a, String b);

        void named(String b, long a);

        void empty();

        void empty(CallContext context);
    }

    @Test
    void theNumberOfArgumentsDecidesFirst() {
        Overloads find = Tables.of(Overloaded.class).find("find");
        assertEquals("find()", Tables.choose(find, null));
        assertEquals("find()", Tables.choose(find, "[]"));
        assertEquals("find()", Tables.choose(find, "{}"));
        assertEquals("find(String space, String title)", Tables.choose(find, "[1,2]"));
        assertTrue(Tables.choose(find, "[1,2,3]").contains("3 instead of 0 or 1 or 2"));
    }
}
