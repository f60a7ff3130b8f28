package io.github.jsonrpcwhiteboard.internal.whiteboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service's properties ask for. Their types are the plugin author's, and may be wrong. */
class DeclarationTest {

    private static Declaration of(String name, Object value) throws DeclarationException {
        Map<String, Object> properties = new HashMap<>();
        properties.put("rpc.path", "p");
        properties.put(name, value);
        return Declaration.of(new Properties(properties::get, properties.keySet().toArray(String[]::new)));
    }

    private static DeclarationException refused(String name, Object value) {
        return assertThrows(DeclarationException.class, () -> of(name, value), () -> name + "=" + value);
    }

    @Test
    void defaults() throws Exception {
        Declaration declaration = of("rpc.path", "p");
        assertEquals(List.of("p"), declaration.paths());
        assertEquals(List.of(), declaration.interfaces());
        assertFalse(declaration.token());
        assertFalse(declaration.anonymous());
        assertEquals(Set.of(), declaration.roles());
        assertEquals(Set.of(), declaration.methods());
        assertNull(declaration.title());
        assertEquals("", declaration.description());
        assertNull(declaration.version());
        assertEquals(0, declaration.timeout());
        assertEquals(0, declaration.maxConcurrent());
        assertEquals(0, declaration.batchParallel());
    }

    @ParameterizedTest
    @CsvSource({"p, p", "a/b/c, a/b/c", "/p, p", "p/, p", "/a/b/, a/b", "v1.0, v1.0", "..., ...", ".hidden, .hidden",
        "'a b', 'a b'", "\u00e4\u20ac, \u00e4\u20ac", "a%2Fb, a%2Fb", "a;b, a;b", "a+b@c:d, a+b@c:d"})
    void paths(String property, String path) throws Exception {
        assertEquals(List.of(path), of("rpc.path", property).paths());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//", "//p", "p//", "a//b", ".", "..", "a/.", "a/..", "./a", "../a", "a/../b",
        "/..", "a\nb", "a/\u0000", "a\u007f", "a\u0085b", "a\tb"})
    void pathsThatNoUrlCanHave(String path) {
        assertEquals(FailedReason.BAD_PATH, refused("rpc.path", path).reason());
        assertEquals(FailedReason.BAD_PATH, refused("rpc.path", new String[] {"good", path}).reason());
    }

    @Test
    void severalPaths() throws Exception {
        assertEquals(List.of("a", "b/c"), of("rpc.path", new String[] {"/a", "b/c/"}).paths());
        assertEquals(List.of("a", "b"), of("rpc.path", List.of("a", "b")).paths());
        assertEquals(List.of("a"), of("rpc.path", List.of("a", "/a", "a/")).paths(), "they are the same");
        assertEquals(FailedReason.BAD_PATH, refused("rpc.path", new String[0]).reason());
        assertEquals(FailedReason.BAD_PATH, refused("rpc.path", List.of()).reason());
    }

    static Stream<Arguments> lists() {
        return Stream.<Arguments>of(
                list("rpc.path", FailedReason.BAD_PATH, Declaration::paths),
                list("rpc.interface", FailedReason.BAD_INTERFACE, Declaration::interfaces),
                list("rpc.roles", FailedReason.BAD_PROPERTY, d -> d.roles().stream().sorted().toList()),
                list("rpc.methods", FailedReason.BAD_PROPERTY, d -> d.methods().stream().sorted().toList()),
                list("rpc.roles.get", FailedReason.BAD_PROPERTY,
                        d -> d.methodRoles().getOrDefault("get", Set.of()).stream().sorted().toList()));
    }

    private static Arguments list(String name, FailedReason reason, Function<Declaration, List<String>> value) {
        return Arguments.of(name, reason, value);
    }

    @ParameterizedTest
    @MethodSource
    void lists(String name, FailedReason reason, Function<Declaration, List<String>> value) throws Exception {
        assertEquals(List.of("a"), value.apply(of(name, "a")));
        assertEquals(List.of("a", "b"), value.apply(of(name, new String[] {"a", "b"})));
        assertEquals(List.of("a", "b"), value.apply(of(name, List.of("a", "b"))));
        assertEquals(List.of("a", "b"), value.apply(of(name, new LinkedHashSet<>(List.of("a", "b")))));
        assertEquals(List.of("a"), value.apply(of(name, new String[] {"a", "a"})).stream().distinct().toList());
        for (Object wrong : new Object[] {1, true, new Object[] {"a", 1}, List.of("a", 1), Arrays.asList("a", null),
            new String[] {null}, new int[] {1}, Map.of("a", "b"), String.class}) {
            assertEquals(reason, refused(name, wrong).reason());
            assertTrue(refused(name, wrong).getMessage().startsWith(name + " "), refused(name, wrong).getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rpc.authenticate", "rpc.anonymous"})
    void flags(String name) throws Exception {
        Function<Declaration, Boolean> value = name.endsWith("anonymous") ? Declaration::anonymous : Declaration::token;
        for (Object yes : new Object[] {true, "true", "TRUE"}) {
            assertTrue(value.apply(of(name, yes)));
        }
        for (Object no : new Object[] {false, "false", "False"}) {
            assertFalse(value.apply(of(name, no)));
        }
        for (Object wrong : new Object[] {"yes", "", 1, 0, new boolean[] {true}, List.of(true)}) {
            assertEquals(FailedReason.BAD_PROPERTY, refused(name, wrong).reason());
            assertTrue(refused(name, wrong).getMessage().startsWith(name + " "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rpc.title", "rpc.description", "rpc.version"})
    void texts(String name) throws Exception {
        Function<Declaration, String> value = name.endsWith("title") ? Declaration::title
                : name.endsWith("version") ? Declaration::version : Declaration::description;
        assertEquals("A text", value.apply(of(name, "A text")));
        for (String blank : new String[] {"", " "}) {
            assertEquals(value.apply(of("rpc.path", "p")), value.apply(of(name, blank)), "as an annotation writes it");
        }
        for (Object wrong : new Object[] {1, new String[] {"a"}, List.of("a"), 'c'}) {
            assertEquals(FailedReason.BAD_PROPERTY, refused(name, wrong).reason());
            assertTrue(refused(name, wrong).getMessage().startsWith(name + " "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rpc.timeout", "rpc.maxConcurrent", "rpc.batch.parallel"})
    void numbers(String name) throws Exception {
        Function<Declaration, Long> value = name.endsWith("timeout") ? Declaration::timeout
                : name.endsWith("parallel") ? Declaration::batchParallel : Declaration::maxConcurrent;
        for (Object seven : new Object[] {7, 7L, "7", " 7 "}) {
            assertEquals(7, value.apply(of(name, seven)));
        }
        assertEquals(0, value.apply(of(name, 0)), "as configured");
        for (Object wrong : new Object[] {-1, -1L, "-1", "", "x", 1.5, "1.5", true, new long[] {1}, List.of(1L),
            "99999999999999999999"}) {
            assertEquals(FailedReason.BAD_PROPERTY, refused(name, wrong).reason());
            assertTrue(refused(name, wrong).getMessage().startsWith(name + " "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rpc.role", "rpc.role.x", "Rpc.Role", "rpc.rolesAllowed", "rpc.role-admin"})
    void aMisspeltRestrictionLeavesNothingOpen(String name) {
        DeclarationException refusal = refused(name, "admin");
        assertEquals(FailedReason.BAD_PROPERTY, refusal.reason());
        assertTrue(refusal.getMessage().startsWith(name + " "), refusal.getMessage());
    }

    /** OSGi Core, section 5.2.5: names of service properties are the same in any case. */
    @Test
    void theCaseOfANameLeavesNoMethodOpen() throws Exception {
        Map<String, Object> properties = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        properties.putAll(Map.of("RPC.Path", "p", "Rpc.Roles.deletePage", "admin"));
        Declaration declaration = Declaration.of(
                new Properties(properties::get, properties.keySet().toArray(String[]::new)));
        assertEquals(List.of("p"), declaration.paths());
        assertEquals(Map.of("deletePage", Set.of("admin")), declaration.methodRoles());
    }
}
