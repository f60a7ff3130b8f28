package io.github.jsonrpcwhiteboard.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.Before;
import org.junit.Test;

import io.github.jsonrpcwhiteboard.runtime.dto.FailedMethodDTO;

/** A caller sends values and never chooses the class that is made of them. */
public class TypesIT extends InContainer {

    private static final AtomicInteger TRAPPED = new AtomicInteger();
    /** What Object, Map and List may become. */
    private static final Set<String> PLAIN = Set.of("java.util.ArrayList", "java.util.LinkedHashMap",
            "java.lang.String", "java.lang.Boolean", "java.lang.Integer");
    /** Class names and properties of payloads against Jackson's default typing, as they were published. */
    private static final String[] GADGETS = {
        "com.sun.rowset.JdbcRowSetImpl", "{\"dataSourceName\":\"ldap://127.0.0.1:1/x\",\"autoCommit\":true}",
        "com.sun.org.apache.xalan.internal.xsltc.trax.TemplatesImpl", "{\"transletBytecodes\":[\"AAIAZQ==\"],"
            + "\"transletName\":\"a.b\",\"outputProperties\":{}}",
        "org.springframework.context.support.ClassPathXmlApplicationContext", "\"http://127.0.0.1:1/spel.xml\"",
        "org.springframework.context.support.FileSystemXmlApplicationContext", "\"http://127.0.0.1:1/spel.xml\"",
        "com.mchange.v2.c3p0.JndiRefForwardingDataSource", "{\"jndiName\":\"ldap://127.0.0.1:1/x\",\"loginTimeout\":0}",
        "com.mchange.v2.c3p0.WrapperConnectionPoolDataSource",
        "{\"userOverridesAsString\":\"HexAsciiSerializedMap:aced0005;\"}",
        "ch.qos.logback.core.db.DriverManagerConnectionSource",
        "{\"url\":\"jdbc:h2:mem:;TRACE_LEVEL_SYSTEM_OUT=3;INIT=RUNSCRIPT FROM 'http://127.0.0.1:1/x.sql'\"}",
        "ch.qos.logback.core.db.JNDIConnectionSource", "{\"jndiLocation\":\"ldap://127.0.0.1:1/x\"}",
        "java.lang.ProcessBuilder", "[\"touch\",\"/tmp/gadget\"]",
        "java.net.URL", "\"http://127.0.0.1:1/x\"",
        "javax.swing.JEditorPane", "{\"page\":\"http://127.0.0.1:1/x\"}",
        Trap.class.getName(), "{\"name\":\"x\"}",
    };

    /** One bean too many, if it is ever made. */
    public static final class Trap implements Runnable, Serializable, Comparable<Trap> {

        private static final long serialVersionUID = 1L;

        /** Is counted. */
        public Trap() {
            TRAPPED.incrementAndGet();
        }

        public void setName(String name) {
            TRAPPED.incrementAndGet();
        }

        @Override
        public void run() {
            TRAPPED.incrementAndGet();
        }

        @Override
        public int compareTo(Trap other) {
            return 0;
        }
    }

    /** An innocent parameter. */
    public static final class Letter {

        public String text;
        public Object anything;
        public List<Object> list;
        public Map<String, Object> map;
    }

    /** Lets the caller name the class. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    public interface ByClass {
    }

    /** Lets the caller name the class. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
    public static class ByMinimalClass {

        public String text;
    }

    /** Lets the caller name the class of a part. */
    public static final class Part {

        @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, include = JsonTypeInfo.As.WRAPPER_ARRAY)
        public Object content;
    }

    /** Has such a part, some way down. */
    public static final class Whole {

        public Map<String, List<Part>> parts;
    }

    /** Lets the caller choose from a list, which is fine. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = Known.class, name = "known"))
    public static class ByName {

        public String text;
    }

    /** The one on the list. */
    public static final class Known extends ByName {
    }

    /** The published interface. */
    public interface Inbox {

        /**
         * Takes anything.
         *
         * @param value anything
         * @return the classes of which it is made
         */
        Set<String> any(Object value);

        /**
         * Takes an object.
         *
         * @param value an object
         * @return the classes of which it is made
         */
        Set<String> map(Map<String, Object> value);

        /**
         * Takes an array.
         *
         * @param value an array
         * @return the classes of which it is made
         */
        Set<String> list(List<Object> value);

        /**
         * Takes a tree.
         *
         * @param value a tree
         * @return the same
         */
        JsonNode tree(JsonNode value);

        /**
         * Takes a bean.
         *
         * @param value a bean
         * @return the classes of which its parts are made
         */
        Set<String> bean(Letter value);

        /**
         * Takes one of a list of classes.
         *
         * @param value one of them
         * @return its class
         */
        String byName(ByName value);

        String byClass(ByClass value);

        String byMinimalClass(ByMinimalClass value);

        String inArray(ByClass[] value);

        String inList(List<ByClass> value);

        String inMap(Map<String, ByMinimalClass> value);

        String part(Part value);

        String whole(Whole value);

        String type(Class<?> value);
    }

    /** Registers the endpoint. */
    @Before
    public void register() {
        Reader reader = new Reader();
        register(Inbox.class, reader, open("inbox"));
        TRAPPED.set(0);
    }

    /** A gadget in each of the forms that some configuration of Jackson would fall for. */
    private static List<String> payloads() {
        List<String> payloads = new ArrayList<>();
        for (int i = 0; i < GADGETS.length; i += 2) {
            String name = '"' + GADGETS[i] + '"';
            String value = GADGETS[i + 1];
            String members = value.startsWith("{") ? "," + value.substring(1) : ",\"value\":" + value + '}';
            payloads.add("[" + name + ',' + value + ']');
            for (String member : new String[] {"@class", "@c", "@type", "class", "type", "kind", "$type"}) {
                payloads.add("{\"" + member + "\":" + name + members);
            }
            payloads.add('{' + name + ':' + value + '}');
        }
        return payloads;
    }

    private void assertPlain(String method, String argument) {
        JsonNode classes = http.light("inbox/" + method, '[' + argument + ']');
        assertTrue(method + ' ' + argument + ": " + classes, classes.isArray() && classes.size() > 0);
        classes.forEach(name -> assertTrue(argument + ": " + classes, PLAIN.contains(name.asText())));
        assertEquals(argument, 0, TRAPPED.get());
    }

    /** What is declared as anything is a map or a list, all the way down. */
    @Test
    public void objects() {
        for (String payload : payloads()) {
            for (String nested : new String[] {payload, "{\"a\":[" + payload + "]}", "[[" + payload + ",1]]"}) {
                assertPlain("any", nested);
                assertPlain("list", '[' + nested + ']');
                assertPlain("map", "{\"x\":" + nested + '}');
                assertPlain("bean", "{\"anything\":" + nested + '}');
                assertPlain("bean", "{\"list\":[" + nested + "],\"map\":{\"m\":" + nested + "}}");
                assertEquals(Http.json(nested), http.light("inbox/tree", '[' + nested + ']'));
            }
        }
    }

    /** A bean is of the class that is declared, or refused, and the answer does not repeat what was sent. */
    @Test
    public void beans() {
        for (String payload : payloads()) {
            for (String argument : new String[] {payload, "{\"text\":" + payload + '}', "{\"map\":[1," + payload + "]}",
                '[' + payload + ']'}) {
                String refusal = http.lightError(-32602, "inbox/bean", '[' + argument + ']').toString();
                assertFalse(refusal, refusal.contains("127.0.0.1") || refusal.contains("/tmp"));
            }
            http.lightError(-32602, "inbox/byName", '[' + payload + ']');
        }
        assertEquals(0, TRAPPED.get());
        assertEquals(Known.class.getName(),
                http.light("inbox/byName", "[{\"kind\":\"known\",\"text\":\"x\"}]").asText());
    }

    /** A method with a type whose class the caller would name is listed as failed, and cannot be called. */
    @Test
    public void unsafe() {
        Set<String> unsafe = Set.of("byClass", "byMinimalClass", "inArray", "inList", "inMap", "part", "whole", "type");
        Set<String> failed = new TreeSet<>();
        for (FailedMethodDTO method : new State(context).endpoint("inbox").failedMethods) {
            assertEquals(method.toString(), FailedMethodDTO.UNSAFE_TYPE, method.reason);
            assertFalse(method.toString(), method.message.isEmpty());
            failed.add(method.method.replaceFirst("\\(.*", ""));
        }
        assertEquals(new TreeSet<>(unsafe), failed);
        for (String method : unsafe) {
            for (String payload : payloads()) {
                http.lightError(-32601, "inbox/" + method, '[' + payload + ']');
            }
        }
        assertEquals(0, TRAPPED.get());
    }

    private static final class Reader implements Inbox {

        private static Set<String> classes(Object... values) {
            Set<String> classes = new TreeSet<>();
            Stream.of(values).filter(value -> value != null).forEach(value -> {
                classes.add(value.getClass().getName());
                if (value instanceof Collection<?> elements) {
                    classes.addAll(classes(elements.toArray()));
                } else if (value instanceof Map<?, ?> members) {
                    classes.addAll(classes(new LinkedHashMap<>(members).values().toArray()));
                }
            });
            return classes;
        }

        @Override
        public Set<String> any(Object value) {
            return classes(value);
        }

        @Override
        public Set<String> map(Map<String, Object> value) {
            return classes(value);
        }

        @Override
        public Set<String> list(List<Object> value) {
            return classes(value);
        }

        @Override
        public JsonNode tree(JsonNode value) {
            return value;
        }

        @Override
        public Set<String> bean(Letter value) {
            return classes(value.text, value.anything, value.list, value.map);
        }

        @Override
        public String byName(ByName value) {
            return value.getClass().getName();
        }

        @Override
        public String byClass(ByClass value) {
            return "called";
        }

        @Override
        public String byMinimalClass(ByMinimalClass value) {
            return "called";
        }

        @Override
        public String inArray(ByClass[] value) {
            return "called";
        }

        @Override
        public String inList(List<ByClass> value) {
            return "called";
        }

        @Override
        public String inMap(Map<String, ByMinimalClass> value) {
            return "called";
        }

        @Override
        public String part(Part value) {
            return "called";
        }

        @Override
        public String whole(Whole value) {
            return "called";
        }

        @Override
        public String type(Class<?> value) {
            return "called";
        }
    }
}
