package io.github.jsonrpcwhiteboard.internal.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No caller may say which class is to be loaded or made. */
class UnsafeTypesTest {

    private static final String GADGET = "UnsafeTypesTestGadgetThatDoesNotExist";

    static Stream<Class<?>> unsafe() {
        return Stream.of(OnType.class, Minimal.class, OnProperty.class, OnConstructor.class, OnElement.class,
                OnElementProperty.class, InMap.class, InArray.class, InOptional.class, InGeneric.class, Deep.class,
                Inherited.class, AClass.class, AClassProperty.class, Classes.class, ClassKeys.class, ALoader.class,
                AType.class);
    }

    @ParameterizedTest
    @MethodSource
    void unsafe(Class<?> type) {
        MethodTable table = Tables.of(type);
        assertEquals(List.of(), Tables.signatures(table));
        assertEquals(List.of(MethodFailure.Reason.UNSAFE_TYPE),
                table.failures().stream().map(MethodFailure::reason).toList(), () -> table.failures().toString());
    }

    /** A subtype is looked at when it is named, which is soon enough. */
    @Test
    void aSubtypeIsRefusedWhenItComes() {
        Overloads take = Tables.of(WithSubtypes.class).find("take");
        String params = "[{\"type\":\"bad\",\"any\":{\"@class\":\"" + GADGET + "\"}}]";
        ArgumentException refused = assertThrows(ArgumentException.class, () -> take.bind(Tables.params(params)));
        assertEquals("the value is refused by the type", refused.getMessage());
    }

    @Test
    void aNameFromAListIsSafe() throws Exception {
        Overloads take = Tables.of(WithSubtypes.class).find("take");
        Bound bound = take.bind(Tables.params("[{\"type\":\"good\",\"name\":\"x\"}]"));
        assertEquals("x", assertInstanceOf(Good.class, bound.arguments()[0]).name);
        for (String type : List.of(Good.class.getName(), GADGET, "")) {
            assertThrows(ArgumentException.class,
                    () -> take.bind(Tables.params("[{\"type\":\"" + type + "\",\"name\":\"x\"}]")));
        }
    }

    @Test
    void anObjectOfNoTypeIsMadeOfPlainValues() throws Exception {
        String params = "[{\"@class\":\"" + GADGET + "\",\"@type\":\"x\",\"a\":[\"" + GADGET + "\",{}]}]";
        Bound bound = Tables.of(Anything.class).find("take").bind(Tables.params(params));
        assertEquals(Map.of("@class", GADGET, "@type", "x", "a", List.of(GADGET, Map.of())), bound.arguments()[0]);
    }

    /** What a service gives away is its own choice. */
    @Test
    void aResultMayNameItsClass() {
        assertEquals(List.of("give()"), Tables.signatures(Tables.of(Gives.class)));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    private static class ByClass {
        public String name;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
    private static class ByMinimalClass {
        public String name;
    }

    private static class HasProperty {
        @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
        public Object any;
    }

    private record HasComponent(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object any) {
    }

    private static class HasElements {
        @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
        public List<Object> all;
    }

    private record Box<T>(T content) {
    }

    private record Level3(List<Map<String, HasProperty[]>> deepest) {
    }

    private record Level2(Optional<Level3> deeper) {
    }

    private record Level1(Level2 deep) {
    }

    private static class Child extends ByClass {
    }

    private record HasClass(String name, Class<?> type) {
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(value = Good.class, name = "good"),
        @JsonSubTypes.Type(value = Bad.class, name = "bad")})
    private interface Named {
    }

    private static class Good implements Named {
        public String name;
    }

    private static class Bad extends HasProperty implements Named {
    }

    private interface OnType {
        void take(ByClass value);
    }

    private interface Minimal {
        void take(ByMinimalClass value);
    }

    private interface OnProperty {
        void take(HasProperty value);
    }

    private interface OnConstructor {
        void take(HasComponent value);
    }

    private interface OnElement {
        void take(List<ByClass> values);
    }

    private interface OnElementProperty {
        void take(HasElements value);
    }

    private interface InMap {
        void take(Map<String, ByClass> values);
    }

    private interface InArray {
        void take(ByClass[] values);
    }

    private interface InOptional {
        void take(Optional<ByClass> value);
    }

    private interface InGeneric {
        void take(Box<ByMinimalClass> value);
    }

    private interface Deep {
        void take(Level1 value);
    }

    private interface Inherited {
        void take(Child value);
    }

    private interface AClass {
        void take(Class<?> type);
    }

    private interface AClassProperty {
        void take(HasClass value);
    }

    private interface Classes {
        void take(List<Class<?>> types);
    }

    private interface ClassKeys {
        void take(Map<Class<?>, String> types);
    }

    private interface ALoader {
        void take(ClassLoader loader);
    }

    private interface AType {
        void take(JavaType type);
    }

    private interface WithSubtypes {
        void take(Named value);
    }

    private interface Anything {
        void take(Object value);
    }

    private interface Gives {
        ByClass give();
    }
}
