package io.github.jsonrpcwhiteboard.internal.whiteboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.jsonrpcwhiteboard.internal.binding.Limits;

/** What is made of a configuration, whose values may be of any type and come from text files. */
class SettingsTest {

    private static final Settings DEFAULTS = Settings.of(Map.of(), problem -> {
        throw new AssertionError(problem);
    });

    private final List<String> problems = new ArrayList<>();

    private Settings of(Object... pairs) {
        Map<String, Object> properties = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put((String) pairs[i], pairs[i + 1]);
        }
        return Settings.of(properties, problems::add);
    }

    @Test
    void defaults() {
        Limits limits = DEFAULTS.limits();
        assertEquals(10 * 1024 * 1024, limits.body());
        assertEquals(1000, limits.batch());
        assertEquals(100, limits.nesting());
        assertEquals(400, limits.number());
        assertEquals(8 * 1024 * 1024, limits.string());
        assertEquals(50_000, limits.names());
        assertEquals(64 * 1024 * 1024, limits.response());
        assertEquals(60_000, limits.timeout());
        assertEquals(256, limits.calls());
        assertEquals(128, limits.methodName());
        assertEquals(256, limits.id());
        assertEquals("/rpc", DEFAULTS.prefix());
        assertEquals("", DEFAULTS.contextSelect());
        assertEquals(Set.of(), DEFAULTS.origins());
        assertEquals(Set.of(), DEFAULTS.hosts());
    }

    @ParameterizedTest
    @CsvSource({"prefix, /a b", "prefix, /api/*", "context.select, (broken", "origins, *",
        "origins, https://app.example.org/", "origins, app.example.org"})
    void textsThatMeanNothingAreToldAndTheDefaultCounts(String key, String value) {
        assertEquals(DEFAULTS, of(key, value));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith(key + " "), problems::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8470", "localhost:8470", "localhost/", "[::1]:8470", "::1", "*", "a b"})
    void aHostThatNobodyCanCallByIsToldAndKept(String host) {
        assertEquals(Set.of(host), of("hosts", host).hosts(), "else any would be allowed");
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("hosts ") && problems.get(0).contains(host), problems::toString);
    }

    @Test
    void hosts() {
        assertEquals(Set.of("localhost", "127.0.0.1", "[::1]", "my-host.example.org", "a_b"),
                of("hosts", "LocalHost, 127.0.0.1, [::1], my-host.example.org, a_b").hosts());
        assertEquals(List.of(), problems);
    }

    @Test
    void numbersOfAnyType() {
        for (Object value : new Object[] {7, 7L, (short) 7, "7", " 7 "}) {
            Settings settings = of("batch.limit", value, "timeout", value);
            assertEquals(7, settings.limits().batch());
            assertEquals(7, settings.limits().timeout());
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void eachLimitIsItsOwn() {
        String[] keys = {"body", "batch", "nesting", "number", "string", "names", "response", "calls", "waiting",
            "endpoint.calls", "method", "id"};
        Map<String, Object> properties = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            properties.put(keys[i] + ".limit", i + 1);
        }
        properties.put("timeout", 99L);
        properties.put("batch.timeout", 98L);
        Limits limits = Settings.of(properties, problems::add).limits();
        assertEquals(new Limits(1, 2, 3, 4, 5, 6, 7, 99, 98, 8, 9, 10, 11, 12), limits);
        assertEquals(List.of(), problems);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "", " ", "1.5", "1e3", "2147483648", "99999999999999999999", "1 000"})
    void aBadNumberIsNamedAndTheDefaultKept(String value) {
        Settings settings = of("batch.limit", value, "id.limit", "5");
        assertEquals(1000, settings.limits().batch());
        assertEquals(5, settings.limits().id(), "the others count");
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("batch.limit "), problems::toString);
        assertTrue(problems.get(0).contains("default"), problems::toString);
    }

    @Test
    void otherTypesAreNoNumbers() {
        for (Object value : new Object[] {true, 1.5, 2.0f, new int[] {1}, List.of(1), new Object()}) {
            problems.clear();
            assertEquals(1000, of("batch.limit", value).limits().batch());
            assertEquals(1, problems.size(), value::toString);
        }
    }

    /** Limits that would not protect any more. */
    @ParameterizedTest
    @CsvSource({"body.limit, 1073741824", "response.limit, 1073741824", "nesting.limit, 1000", "number.limit, 1000"})
    void limitsHaveALimit(String key, int max) {
        of(key, max);
        assertEquals(List.of(), problems);
        assertEquals(DEFAULTS, of(key, max + 1));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains(key) && problems.get(0).contains(String.valueOf(max)), problems::toString);
    }

    @Test
    void anUnknownKeyIsNamed() {
        assertEquals(DEFAULTS, of("batch.limits", 7, "prefx", "/x"));
        assertEquals(2, problems.size());
        assertTrue(problems.get(0).contains("batch.limits"), problems::toString);
        assertTrue(problems.get(1).contains("prefx"), problems::toString);
    }

    @Test
    void keysOfToolsAreNoProblem() {
        of("service.pid", "x", "service.bundleLocation", "x", "felix.fileinstall.filename", "x");
        assertEquals(List.of(), problems);
    }

    @ParameterizedTest
    @CsvSource({"/rpc, /rpc", "rpc, /rpc", "/rpc/, /rpc", "rpc//, /rpc", "' /rpc ', /rpc", "a/b, /a/b", "/, ''",
        "'', ''"})
    void prefixIsNormalised(String configured, String prefix) {
        assertEquals(prefix, of("prefix", configured).prefix());
        assertEquals(List.of(), problems);
    }

    @Test
    void aTextIsNoList() {
        assertEquals(DEFAULTS, of("prefix", new String[] {"/a", "/b"}));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("prefix "), problems::toString);
    }

    @Test
    void listsInEveryForm() {
        Set<String> both = Set.of("https://a.example", "http://b.example:8080");
        for (Object value : new Object[] {"https://a.example,http://b.example:8080",
            " https://A.example , http://b.example:8080 ,, ",
            new String[] {"https://a.example", "http://B.example:8080"},
            List.of("https://a.example", " http://b.example:8080")}) {
            assertEquals(both, of("origins", value).origins());
        }
        assertEquals(Set.of("a", "b"), of("hosts", "A,b,a").hosts());
        assertEquals(Set.of(), of("origins", "").origins());
        assertEquals(Set.of(), of("origins", new String[0]).origins());
        assertEquals(List.of(), problems);
    }

    @Test
    void flags() {
        assertTrue(of("hide.forbidden", "TRUE").hidesForbidden());
        assertTrue(of("hide.forbidden", true).hidesForbidden());
        assertEquals(List.of(), problems);
        assertEquals(DEFAULTS, of("hide.forbidden", "yes"));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("hide.forbidden "), problems::toString);
    }
}
