package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.Areas;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.Services;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/** The service: each method is answered by the area that has it, in a transaction of its own. */
final class Calls implements InvocationHandler {

    private final Database database;
    private final Supplier<Site> site;
    private final Map<Class<?>, Function<Call, ?>> areas;
    private final Supplier<Login> login;
    private final Runnable afterwards;

    /**
     * @param site tells where the site is at the moment
     * @param login tells who is logged in on the calling thread
     * @param afterwards runs after each call that did not fail, when what it wrote is written
     */
    Calls(Database database, Supplier<Site> site, Services services, Supplier<Login> login, Runnable afterwards) {
        this.database = database;
        this.site = site;
        this.areas = Areas.of(services);
        this.login = login;
        this.afterwards = afterwards;
    }

    ConfluenceService service() {
        return (ConfluenceService) Proxy.newProxyInstance(ConfluenceService.class.getClassLoader(),
                new Class<?>[] {ConfluenceService.class}, this);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Exception {
        Function<Call, ?> area = areas.get(method.getDeclaringClass());
        if (area == null) {
            return identity(proxy, method, arguments);
        }
        return as(login.get(), call -> answer(area.apply(call), method, arguments));
    }

    /** Works in the name of who is logged in. */
    <T> T as(Login caller, Work<T> work) throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        T result = database.inTransaction(db ->
                work.in(Callers.identify(new Call(db, site.get(), Caller.ANONYMOUS, now), caller)));
        afterwards.run();
        return result;
    }

    /** What to do in a call. */
    interface Work<T> {

        T in(Call call) throws Exception;
    }

    private static Object answer(Object area, Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(area, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw (Error) e.getCause();
        }
    }

    /** The methods of Object. */
    private static Object identity(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> ConfluenceService.class.getName();
        };
    }
}
