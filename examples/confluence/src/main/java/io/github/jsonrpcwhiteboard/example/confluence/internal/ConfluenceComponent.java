package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.nio.file.Path;
import java.security.Principal;
import java.sql.SQLException;
import java.util.Hashtable;
import java.util.Map;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

import io.github.jsonrpcwhiteboard.CallContext;
import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.RequireJsonRpcWhiteboard;
import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/**
 * Opens the database and registers the service, as soon as there is a driver. Not itself the service: a component with
 * a service would open the database at the first call, and so report trouble with it late and to the wrong person.
 */
@Component(configurationPid = ConfluenceComponent.PID)
@Designate(ocd = ConfluenceComponent.Settings.class)
@RequireJsonRpcWhiteboard
public class ConfluenceComponent {

    static final String PID = "io.github.jsonrpcwhiteboard.example.confluence";

    /** Framework property: the directory for the database, where it is not configured. */
    static final String HOME = "confluence.home";

    /** What can be configured. */
    @ObjectClassDefinition(name = "Confluence Example")
    public @interface Settings {

        /** The database. */
        @AttributeDefinition(name = "Database", required = false, description = "The database file, without its ending."
                + " Default: confluence in the directory confluence.home, or in the bundle's storage.")
        String database() default "";

        /** The address. */
        @AttributeDefinition(name = "Base URL", required = false,
                description = "What the url of a page or space begins with. Default: this machine and the HTTP port.")
        String baseUrl() default "";
    }

    private final Database database;
    private final ServiceRegistration<ConfluenceService> registration;

    @Activate
    public ConfluenceComponent(BundleContext context, Settings settings,
            @Reference(target = "(osgi.jdbc.driver.class=org.h2.Driver)") DataSourceFactory drivers)
            throws SQLException {
        Site site = new Site(baseUrl(context, settings), context.getBundle().getVersion());
        database = Database.open(drivers, Database.url(file(context, settings)));
        registration = context.registerService(ConfluenceService.class,
                Calls.service(database, site, ConfluenceComponent::caller), new Hashtable<>(Map.of(
                        JsonRpcConstants.PATH, "confluenceservice-v2",
                        JsonRpcConstants.INTERFACE, ConfluenceService.class.getName(),
                        JsonRpcConstants.AUTHENTICATE, true)));
    }

    @Deactivate
    public void close() {
        registration.unregister();
        database.close();
    }

    private static String baseUrl(BundleContext context, Settings settings) {
        String port = context.getProperty("org.osgi.service.http.port");
        String local = "http://localhost:" + (port == null ? "8080" : port);
        return settings.baseUrl().isEmpty() ? local : settings.baseUrl().replaceAll("/+$", "");
    }

    private static Path file(BundleContext context, Settings settings) {
        if (!settings.database().isEmpty()) {
            return Path.of(settings.database());
        }
        String home = context.getProperty(HOME);
        return home == null ? context.getDataFile("confluence").toPath() : Path.of(home, "confluence");
    }

    private static String caller() {
        return CallContext.current().principal().map(Principal::getName).orElse(null);
    }
}
