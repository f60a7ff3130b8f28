package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.nio.file.Path;
import java.security.Principal;
import java.sql.SQLException;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.Designate;

import io.github.jsonrpcwhiteboard.CallContext;
import io.github.jsonrpcwhiteboard.RequireJsonRpcWhiteboard;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.Services;
import io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Archive;
import io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Archives;
import io.github.jsonrpcwhiteboard.example.confluence.internal.host.Host;
import io.github.jsonrpcwhiteboard.example.confluence.internal.login.UserAuthenticator;
import io.github.jsonrpcwhiteboard.example.confluence.internal.login.WrongPasswords;
import io.github.jsonrpcwhiteboard.example.confluence.internal.markup.Markup;
import io.github.jsonrpcwhiteboard.example.confluence.internal.search.SearchIndex;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;
import io.github.jsonrpcwhiteboard.example.confluence.internal.web.Download;
import io.github.jsonrpcwhiteboard.example.confluence.internal.web.SitePages;
import io.github.jsonrpcwhiteboard.example.confluence.internal.web.SiteRegistration;
import io.github.jsonrpcwhiteboard.example.confluence.internal.web.Visitor;
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

    /**
     * Asked before the host, which checks a password slowly where it does not know the user; here only the first time.
     */
    private static final int LOGIN_RANKING = 100;

    /** The scheme of the host's own calls, as by an operator's shell. */
    private static final String HOST = "local";

    private final BaseUrl url;
    private final Database database;
    private final SearchIndex index;
    private final Publication publication;
    private final ServiceRegistration<Authenticator> login;
    private final SiteRegistration pages;

    @Activate
    public ConfluenceComponent(BundleContext context, Settings settings,
            @Reference(target = "(osgi.jdbc.driver.class=org.h2.Driver)") DataSourceFactory drivers)
            throws SQLException {
        Path home = home(context, settings);
        url = new BaseUrl(context, settings.baseUrl());
        Version version = context.getBundle().getVersion();
        long attachmentLimit = settings.attachmentLimit();
        Set<String> darkFeatures = darkFeatures(settings);
        Supplier<Site> site = () -> new Site(url.get(), version, attachmentLimit, darkFeatures);
        database = Database.open(drivers, Database.url(home.resolve("confluence")));
        index = new SearchIndex(database, home.resolve("index"));
        publication = new Publication(context, database, site);
        Archives archives = new Archives(home);
        Services services = new Services(index, new Markup(), archives,
                new Host(context, settings.installPlugins()), new WrongPasswords(), publication::outdated);
        String administratorRole = settings.administratorRole();
        Calls calls = new Calls(database, site, services, () -> login(administratorRole), () -> {
            index.wake();
            publication.refresh();
        });
        publication.open(calls.service());
        login = context.registerService(Authenticator.class, new UserAuthenticator(database, Callers.ROLE),
                new Hashtable<>(Map.of(Constants.SERVICE_RANKING, LOGIN_RANKING)));
        pages = new SiteRegistration(context, settings.contextSelect(),
                (visitor, work) -> calls.as(login(visitor, administratorRole), work::answer),
                new SitePages(database, (call, name) -> archives.find(call, name).map(ConfluenceComponent::download)));
    }

    @Deactivate
    public void close() {
        pages.close();
        login.unregister();
        publication.close();
        index.close();
        database.close();
        url.close();
    }

    /** Files of settings know no arrays: there, commas separate the keys. */
    private static Set<String> darkFeatures(Settings settings) {
        return Stream.of(settings.darkFeatures()).flatMap(keys -> Stream.of(keys.split(","))).map(String::trim)
                .collect(Collectors.toSet());
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
        // the host's own calls have every role, also those that only say who checked a password
        Predicate<String> hasRole = call.scheme().filter(HOST::equals).isPresent() ? administratorRole::equals
                : call::hasRole;
        return login(new Visitor(call.principal().map(Principal::getName).orElse(null), hasRole), administratorRole);
    }

    private static Download download(Archive archive) {
        return new Download(archive.name(), "application/zip", archive.length(), archive::writeTo);
    }

    private static Login login(Visitor who, String administratorRole) {
        return who.name() == null ? Login.NONE
                : new Login(who.name(), who.hasRole().test(administratorRole), who.hasRole());
    }
}
