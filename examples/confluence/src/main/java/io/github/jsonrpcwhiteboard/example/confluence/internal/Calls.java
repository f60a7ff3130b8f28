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
import io.github.jsonrpcwhiteboard.example.confluence.api.PageService;
import io.github.jsonrpcwhiteboard.example.confluence.api.ServerService;
import io.github.jsonrpcwhiteboard.example.confluence.api.SessionService;
import io.github.jsonrpcwhiteboard.example.confluence.api.SpaceService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.PageArea;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.ServerArea;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.SessionArea;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.SpaceArea;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/** The service: each method is answered by the area that has it, in a transaction of its own. */
final class Calls implements InvocationHandler {

    private static final Map<Class<?>, Function<Call, ?>> AREAS = Map.of(
            SessionService.class, SessionArea::new,
            ServerService.class, ServerArea::new,
            SpaceService.class, SpaceArea::new,
            PageService.class, PageArea::new);

    private final Database database;
    private final Site site;
    private final Supplier<String> user;

    private Calls(Database database, Site site, Supplier<String> user) {
        this.database = database;
        this.site = site;
        this.user = user;
    }

    static ConfluenceService service(Database database, Site site, Supplier<String> user) {
        return (ConfluenceService) Proxy.newProxyInstance(ConfluenceService.class.getClassLoader(),
                new Class<?>[] {ConfluenceService.class}, new Calls(database, site, user));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Exception {
        Function<Call, ?> area = AREAS.get(method.getDeclaringClass());
        if (area == null) {
            return identity(proxy, method, arguments);
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return database.inTransaction(db -> answer(area.apply(new Call(db, site, user.get(), now)), method, arguments));
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
