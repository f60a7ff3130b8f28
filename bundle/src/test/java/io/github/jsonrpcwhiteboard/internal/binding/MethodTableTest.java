package io.github.jsonrpcwhiteboard.internal.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.CallContext;
import io.github.jsonrpcwhiteboard.fixture.Page;

/** Which methods can be called, and what is said of the others. */
class MethodTableTest {

    @Test
    void typesAreResolvedAgainstThePublishedInterface() {
        MethodTable table = Tables.of(PageCrud.class);
        assertEquals(List.of("all()", "save(Page item)"), Tables.signatures(table));
        assertEquals("java.util.List<" + Page.class.getName() + ">", result(table, "all"));
        assertEquals(Page.class.getName(), result(table, "save"));
        assertEquals(List.of("all()", "save(Object item)"), Tables.signatures(Tables.of(Crud.class)));
    }

    @Test
    void bridgesAreNotCallable() {
        MethodTable table = Tables.of(OwnCrud.class);
        assertEquals(List.of("all()", "save(Page item)"), Tables.signatures(table));
        assertEquals("save(Page item)", Tables.choose(table.find("save"), "[{}]"));
    }

    /** Generic. */
    private interface Crud<T> {

        T save(T item);

        List<T> all();
    }

    private interface PageCrud extends Crud<Page> {
    }

    private interface OwnCrud extends Crud<Page> {
        @Override
        Page save(Page item);
    }

    @Test
    void theMoreSpecificResultCounts() {
        assertEquals("java.lang.String", result(Tables.of(ReturnsText.class), "get"));
        assertEquals(1, Tables.of(ReturnsText.class).methods().size());
        assertEquals("java.lang.String", result(Tables.of(ReturnsObject.class, ReturnsText.class), "get"));
        assertEquals("java.lang.String", result(Tables.of(ReturnsText.class, ReturnsObject.class), "get"));
    }

    private interface ReturnsObject {
        Object get();
    }

    private interface ReturnsText extends ReturnsObject {
        @Override
        String get();
    }

    @Test
    void aMethodOfSeveralInterfacesIsThereOnce() {
        assertEquals(List.of("close()", "open()"), Tables.signatures(Tables.of(Door.class, Window.class)));
        assertEquals(List.of("close()", "open()"), Tables.signatures(Tables.of(Both.class, Door.class)));
    }

    private interface Door {

        void open();

        void close();
    }

    private interface Window {
        void open();
    }

    private interface Both extends Door, Window {
        @Override
        void open();
    }

    @Test
    void onlyInstanceMethodsOfTheInterface() {
        MethodTable table = Tables.of(Odd.class);
        assertEquals(List.of("equals(String other)", "normal()", "withBody()"), Tables.signatures(table));
        for (String name : List.of("hashCode", "toString", "getClass", "notify", "wait", "helper", "hidden")) {
            assertNull(table.find(name), name);
        }
    }

    /** Protected there, so an interface can make it public without saying that it overrides anything. */
    @Test
    void cloneIsAMethodOfObjectToo() {
        assertNull(Tables.of(Copy.class).find("clone"));
    }

    private interface Copy {

        Object clone();

        void other();
    }

    /** Everything that an interface can declare. */
    private interface Odd {

        void normal();

        default void withBody() {
            hidden();
        }

        static void helper() {
        }

        private void hidden() {
        }

        @Override
        boolean equals(Object other);

        boolean equals(String other);

        @Override
        int hashCode();

        @Override
        String toString();
    }

    @Test
    void theTokenIsDropped() {
        MethodTable table = Tables.withToken(Soap.class);
        assertEquals(List.of("count()", "get(String name)", "get(String name, long id)"), Tables.signatures(table));
        assertEquals(List.of("NO_TOKEN bad()", "NO_TOKEN number(long)"), Tables.failures(table));
        assertNull(table.find("login"), "there is no token to be had");
        assertNotNull(Tables.of(Soap.class).find("login"), "without tokens it is a method as any other");
    }

    @Test
    void theTokenIsEmpty() throws Exception {
        Bound bound = Tables.withToken(Soap.class).find("get").bind(Tables.params("[\"x\"]"));
        assertEquals(List.of("", "x"), List.of(bound.arguments()));
        bound = Tables.withToken(Soap.class).find("get").bind(Tables.params("{\"id\":7,\"name\":\"x\"}"));
        assertEquals(List.of("", "x", 7L), List.of(bound.arguments()));
        bound = Tables.withToken(Soap.class).find("count").bind(SentParams.NONE);
        assertEquals("", bound.arguments()[0]);
        assertNull(bound.arguments()[1], "the context, of which there is none here");
    }

    /** As interfaces of a SOAP module are. */
    private interface Soap {

        String login(String user, String password);

        String get(String token, String name);

        String get(String token, String name, long id);

        int count(String token, CallContext context);

        void bad();

        void number(long token);
    }

    @Test
    void onlyWhatIsAskedFor() {
        MethodTable table = Tables.of(false, Set.of("open", "nope"), List.of(Door.class));
        assertEquals(List.of("open()"), Tables.signatures(table));
        assertNull(table.find("close"));
        assertEquals(List.of("NO_SUCH_METHOD nope"), Tables.failures(table));
        assertEquals(List.of("bark()", "bark(int times)"),
                Tables.signatures(Tables.of(false, Set.of("bark"), List.of(Dog.class))), "all overloads of a name");
        assertEquals(List.of("NO_SUCH_METHOD toString"),
                Tables.failures(Tables.of(false, Set.of("toString"), List.of(Odd.class))));
    }

    private interface Dog {

        void bark();

        void bark(int times);
    }

    @Test
    void aTypeThatJsonCannotBeReadAs() {
        MethodTable table = Tables.of(Unusable.class);
        assertEquals(List.of("UNUSABLE_TYPE run(java.lang.Runnable)", "UNUSABLE_TYPE upload(java.io.InputStream)"),
                Tables.failures(table));
        assertEquals(List.of("run(String name)"), Tables.signatures(table), "an overload of it is not concerned");
        table.failures().forEach(f -> assertFalse(f.message().isBlank()));
    }

    private interface Unusable {

        void run(Runnable task);

        void run(String name);

        void upload(InputStream in);
    }

    private static String result(MethodTable table, String method) {
        return TypeNames.full(table.find(method).methods().get(0).resultType());
    }

    /** Only where nothing else can come back is it not looked at. */
    @Test
    void resultsThatCannotComeLater() {
        List<String> now = Tables.of(Results.class).methods().stream().filter(RpcMethod::returnsNow)
                .map(RpcMethod::name).toList();
        assertEquals(List.of("array", "box", "nothing", "number", "text"), now);
    }

    private interface Results<T extends CharSequence> {

        String text();

        int number();

        Long box();

        int[] array();

        void nothing();

        Object any();

        List<String> list();

        T generic();

        CompletableFuture<String> later();

        LastStage stage();
    }

    private static final class LastStage extends CompletableFuture<String> {
    }
}
