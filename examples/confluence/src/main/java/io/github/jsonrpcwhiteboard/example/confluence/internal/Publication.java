package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.time.Instant;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.SessionService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.Access;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.GlobalPermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/**
 * The registration of the service as an endpoint, which lets callers without a login in while the database says that
 * they may use the site. Safe for use by several threads.
 */
final class Publication implements AutoCloseable {

    private final BundleContext context;
    private final Database database;
    private final Supplier<Site> site;
    private final AtomicLong changes = new AtomicLong();
    /** How many changes the registration shows. */
    private volatile long shown;
    private volatile ServiceRegistration<ConfluenceService> registration;

    Publication(BundleContext context, Database database, Supplier<Site> site) {
        this.context = context;
        this.database = database;
        this.site = site;
    }

    /** Holds up whoever wants to {@link #refresh} before there is a registration. */
    synchronized void open(ConfluenceService service) {
        registration = context.registerService(ConfluenceService.class, service, properties());
    }

    /** Notes that the database now says something else about callers without a login. */
    void outdated() {
        changes.incrementAndGet();
    }

    /** Does what the database says. When this returns, it shows all changes noted before, whoever noted them. */
    void refresh() {
        if (shown == changes.get()) {
            return;
        }
        synchronized (this) {
            long noted = changes.get();
            if (shown == noted) {
                return;
            }
            Dictionary<String, Object> properties = properties();
            try {
                registration.setProperties(properties);
            } catch (IllegalStateException e) {
                // the plugin is being stopped
            }
            shown = noted;
        }
    }

    @Override
    public void close() {
        registration.unregister();
    }

    private Dictionary<String, Object> properties() {
        return new Hashtable<>(Map.of(
                JsonRpcConstants.PATH, "confluenceservice-v2",
                JsonRpcConstants.INTERFACE, ConfluenceService.class.getName(),
                JsonRpcConstants.METHODS, methods(),
                JsonRpcConstants.AUTHENTICATE, true,
                JsonRpcConstants.ANONYMOUS, isOpen()));
    }

    private boolean isOpen() {
        return database.inTransaction(db -> new Access(new Call(db, site.get(), Caller.ANONYMOUS, Instant.now()))
                .may(GlobalPermission.USECONFLUENCE));
    }

    /** All but login and logout: callers log in to the host. */
    private static String[] methods() {
        return Stream.of(ConfluenceService.class.getMethods())
                .filter(method -> method.getDeclaringClass() != SessionService.class)
                .map(method -> method.getName()).distinct().toArray(String[]::new);
    }
}
