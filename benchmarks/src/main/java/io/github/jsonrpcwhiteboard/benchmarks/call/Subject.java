package io.github.jsonrpcwhiteboard.benchmarks.call;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.jsonrpcwhiteboard.benchmarks.service.Page;
import io.github.jsonrpcwhiteboard.benchmarks.service.WikiService;

/** What is measured. */
public enum Subject {
    /** A small call. */
    POSITION("small call by position", request("greet", "[\"Ada\",36]")),
    /** The same by name. */
    NAME("small call by name", request("greet", "{\"name\":\"Ada\",\"age\":36}")),
    /** The same with the method in the URL. */
    LIGHT("small call, light", "[\"Ada\",36]"),
    /** Two methods of one name and number of parameters, in turn. */
    OVERLOADS("two overloads of equal arity", request("find", "[42]"), request("find", "[\"Home\"]")),
    /** Many small calls. */
    BATCH("batch of 1,000", batch(1000)),
    /** A large body comes. */
    PAGE_IN("page of 1 MiB in", request("store", "[" + page() + "]")),
    /** A large body goes. */
    PAGE_OUT("page of 1 MiB out", request("load", "[1]"));

    private final String title;
    private final byte[][] bodies;

    Subject(String title, String... bodies) {
        this.title = title;
        this.bodies = new byte[bodies.length][];
        for (int i = 0; i < bodies.length; i++) {
            this.bodies[i] = bodies[i].getBytes(StandardCharsets.UTF_8);
        }
    }

    /** For the table. */
    public String title() {
        return title;
    }

    /** The method. */
    public String method() {
        return switch (this) {
            case OVERLOADS -> "find";
            case PAGE_IN -> "store";
            case PAGE_OUT -> "load";
            default -> "greet";
        };
    }

    /** The bodies, to be sent in turn. */
    public List<byte[]> bodies() {
        return List.of(bodies);
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + ",\"id\":7}";
    }

    private static String batch(int size) {
        return "[" + String.join(",", Collections.nCopies(size, request("greet", "[\"Ada\",36]"))) + "]";
    }

    private static String page() {
        try {
            return new ObjectMapper().writeValueAsString(Page.ofLength(WikiService.LENGTH));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
