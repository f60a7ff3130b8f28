package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.nio.file.Path;
import java.security.Principal;
import java.sql.SQLException;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.Designate;

import io.github.jsonrpcwhiteboard.CallContext;
import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.RequireJsonRpcWhiteboard;
import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.SessionService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.Services;
import io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Archives;
import io.github.jsonrpcwhiteboard.example.confluence.internal.host.Host;
import io.github.jsonrpcwhiteboard.example.confluence.internal.login.UserAuthenticator;
import io.github.jsonrpcwhiteboard.example.confluence.internal.markup.Markup;
import io.github.jsonrpcwhiteboard.example.confluence.internal.search.SearchIndex;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;
import io.github.jsonrpcwhiteboard.security.Authenticator;

/**
 * Opens the database and registers the service, as soon as there is a driver. Not itself the service: a component with
 * a service would open the database at the first call, and so report trouble with it late and to the wrong person.
 */
@Component(configurationPid = ConfluenceComponent.PID)
@Designate(ocd = Settings.class)
@RequireJsonRpcWhiteboard
public class ConfluenceComponent {

    static final String PID = "io.github.jsonrpcwhiteboard.example.confluence";

    /** Framework property: the directory for the plugin's files, where it is not configured. */
    static final String HOME = "confluence.home";

    private final Database database;
    private final SearchIndex index;
    private final ServiceRegistration<ConfluenceService> registration;
    private final ServiceRegistration<Authenticator> login;

    @Activate
    public ConfluenceComponent(BundleContext context, Settings settings,
            @Reference(target = "(osgi.jdbc.driver.class=org.h2.Driver)") DataSourceFactory drivers)
            throws SQLException {
        Path home = home(context, settings);
        Site site = new Site(baseUrl(context, settings), context.getBundle().getVersion(),
                settings.attachmentLimit(), Set.of(settings.darkFeatures()));
        database = Database.open(drivers, Database.url(home.resolve("confluence")));
        index = new SearchIndex(database, home.resolve("index"));
        Services services = new Services(index, new Markup(), new Archives(home.resolve("exports")),
                new Host(context, settings.installPlugins()));
        Calls calls = new Calls(database, site, services, () -> login(settings.administratorRole()),
                index::wake);
        registration = context.registerService(ConfluenceService.class, calls.service(), new Hashtable<>(Map.of(
                JsonRpcConstants.PATH, "confluenceservice-v2",
                JsonRpcConstants.INTERFACE, ConfluenceService.class.getName(),
                JsonRpcConstants.METHODS, published(),
                JsonRpcConstants.AUTHENTICATE, true)));
        login = context.registerService(Authenticator.class, new UserAuthenticator(database, Callers.ROLE), null);
    }

    @Deactivate
    public void close() {
        login.unregister();
        registration.unregister();
        index.close();
        database.close();
    }

    /** All but login and logout: callers log in to the host. */
    private static String[] published() {
        return Stream.of(ConfluenceService.class.getMethods())
                .filter(method -> method.getDeclaringClass() != SessionService.class)
                .map(method -> method.getName()).distinct().toArray(String[]::new);
    }

    private static String baseUrl(BundleContext context, Settings settings) {
        String port = context.getProperty("org.osgi.service.http.port");
        String local = "http://localhost:" + (port == null ? "8080" : port);
        return settings.baseUrl().isEmpty() ? local : settings.baseUrl().replaceAll("/+$", "");
    }

    private static Path home(BundleContext context, Settings settings) {
        if (!settings.home().isEmpty()) {
            return Path.of(settings.home());
        }
        String home = context.getProperty(HOME);
        return home == null ? context.getDataFile("").toPath() : Path.of(home);
    }

    private static Login login(String administratorRole) {
        CallContext call = CallContext.current();
        return call.principal().map(Principal::getName)
                .map(name -> new Login(name, call.hasRole(administratorRole), call.hasRole(Callers.ROLE)))
                .orElse(Login.NONE);
    }
}
