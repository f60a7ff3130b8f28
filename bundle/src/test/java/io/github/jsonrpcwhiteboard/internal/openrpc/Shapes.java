package io.github.jsonrpcwhiteboard.internal.openrpc;

import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonValue;

import io.github.jsonrpcwhiteboard.JsonRpcDescription;
import io.github.jsonrpcwhiteboard.JsonRpcExample;
import io.github.jsonrpcwhiteboard.JsonRpcException;
import io.github.jsonrpcwhiteboard.JsonRpcParam;

/** Types that are unlike beans in one way or another; each method gives back what it gets. */
public interface Shapes {

    /** Constants with names of their own. */
    enum Level {
        @JsonProperty("low")
        LOW, HIGH
    }

    /** Contains itself. */
    record Tree(String name, List<Tree> children) {
    }

    /** A text. */
    record Name(String text) {

        /** Reads. */
        @JsonCreator
        public Name {
        }

        /** Writes. */
        @JsonValue
        @Override
        public String text() {
            return text;
        }
    }

    /** Annotated in every way. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonRpcDescription("An annotated bean. It has it all.")
    class Annotated {

        /** Renamed. */
        @JsonProperty("renamed")
        @JsonPropertyDescription("has another name")
        public String original;

        /** Left out if null. */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public Integer sometimes;

        /** A date as text. */
        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "yyyy")
        public Date year = new Date(0);

        /** Not there. */
        @JsonIgnore
        public String secret;

        /** Old. */
        @Deprecated
        public Level level;

        /** Seen only. */
        public int getComputed() {
            return 42;
        }
    }

    /** Takes what comes. */
    class Open {

        private final Map<String, Integer> others = new LinkedHashMap<>();

        /** Writes. */
        @JsonAnyGetter
        public Map<String, Integer> others() {
            return others;
        }

        /** Reads. */
        @JsonAnySetter
        public void put(String name, Integer value) {
            others.put(name, value);
        }
    }

    /** Needs one member. */
    class Needy {

        private final String needed;

        /** Reads. */
        @JsonCreator
        public Needy(@JsonProperty(value = "needed", required = true) String needed) {
            this.needed = needed;
        }

        /** Writes. */
        public String getNeeded() {
            return needed;
        }
    }

    /** Generic. */
    class Box<T> {

        /** What is in it. */
        public T content;

        /** More of it. */
        public List<T> more = new ArrayList<>();
    }

    /** A round trip. */
    Tree tree(Tree v);

    /** A round trip. */
    Name name(Name v);

    /** A round trip. */
    @Deprecated
    Annotated annotated(Annotated v);

    /** A round trip. */
    Open open(Open v);

    /** A round trip. */
    Needy needy(Needy v);

    /** A round trip. */
    Level level(Level v);

    /** A round trip. */
    Box<Box<Tree>> boxes(Box<Box<Tree>> v);

    /** A round trip. */
    Map<Level, Map<Integer, Needy[]>> maps(Map<Level, Map<Integer, Needy[]>> v);

    /** A round trip. */
    int[][] matrix(int[][] v);

    /** A round trip. */
    List<Optional<Tree>> optionals(List<Optional<Tree>> v);

    /** A round trip that takes its time. */
    CompletableFuture<List<Name>> later(List<Name> v);

    /** Any JSON. */
    Object any(Object v);

    /** Described. */
    @JsonRpcDescription("Adds numbers. It does so slowly.")
    @JsonRpcExample(name = "two and two", params = "[2, 2]", result = "4")
    int add(@JsonRpcParam("left") @JsonRpcDescription("the first") int left, @JsonRpcParam("right") int right)
            throws java.io.IOException, JsonRpcException;

    /** Overloaded. */
    String find(@JsonRpcParam("id") long id);

    /** Overloaded. */
    String find(@JsonRpcParam("space") String space, @JsonRpcParam("title") String title);

    /** Overloaded so that only the types tell it apart. */
    String same(long value);

    /** Overloaded so that only the types tell it apart. */
    String same(List<String> value);
}
