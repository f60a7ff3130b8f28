package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

import org.h2.Driver;
import org.h2.util.OsgiDataSourceFactory;
import org.osgi.framework.Version;
import org.osgi.service.jdbc.DataSourceFactory;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentPermission;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteUser;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.Services;
import io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Archives;
import io.github.jsonrpcwhiteboard.example.confluence.internal.host.Host;
import io.github.jsonrpcwhiteboard.example.confluence.internal.login.WrongPasswords;
import io.github.jsonrpcwhiteboard.example.confluence.internal.markup.Markup;
import io.github.jsonrpcwhiteboard.example.confluence.internal.search.SearchIndex;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/** The service on a database of its own, put together as in the plugin. */
final class TestSite implements AutoCloseable {

    static final String TOKEN = "";
    static final int ATTACHMENT_LIMIT = 1000;

    private static final DataSourceFactory DRIVERS = new OsgiDataSourceFactory(new Driver());

    final Path home;
    final Archives archives;
    final Database database;
    final Site site;
    final SearchIndex index;
    final Published published = new Published();
    final Calls calls;
    final ConfluenceService service;
    final Publication publication;
    private final Services services;
    private volatile Login login = new Login("alice", false, role -> false);

    private TestSite(String url, Path home, Host host) throws SQLException {
        this.home = home;
        archives = new Archives(home);
        database = Database.open(DRIVERS, url);
        site = new Site("http://wiki", new Version(1, 2, 3, "b4"), ATTACHMENT_LIMIT, Set.of("dark"));
        index = new SearchIndex(database, home.resolve("index"));
        publication = new Publication(published.context(), database, () -> site);
        services = new Services(index, new Markup(), archives, host,
                new WrongPasswords(), publication::outdated);
        // the index is not woken: what it is told of stays to be seen, until somebody searches
        calls = new Calls(database, () -> site, services, () -> login, publication::refresh);
        service = calls.service();
        publication.open(service);
    }

    /** The service for somebody who always calls, whoever else does. */
    ConfluenceService of(Login caller) {
        return new Calls(database, () -> site, services, () -> caller, index::wake).service();
    }

    static TestSite inMemory() throws SQLException {
        return on(new Host(null, false));
    }

    /** In memory. */
    static TestSite on(Host host) throws SQLException {
        String name = UUID.randomUUID().toString();
        return new TestSite("jdbc:h2:mem:" + name, Path.of("target", "sites", name), host);
    }

    /** On files that begin with this path. */
    static TestSite in(Path file) throws SQLException {
        return new TestSite(Database.url(file), file, new Host(null, false));
    }

    /** From now on this user calls, whom the host knows; null: nobody who is known. */
    void as(String user) {
        login = user == null ? Login.NONE : new Login(user, false, role -> false);
    }

    /** From now on the host's administrator calls. */
    void asAdministrator() {
        login = new Login("admin", true, role -> false);
    }

    /** From now on whoever logged in like this calls. */
    void enter(Login entered) {
        login = entered;
    }

    /** Makes these users known, who have not called yet. Who called before calls afterwards. */
    void users(String... names) throws RemoteException {
        Login before = login;
        for (String name : names) {
            as(name);
            service.getSpaces(TOKEN);
        }
        login = before;
    }

    /** Makes a group of users, who need not be known yet. */
    void group(String group, String... members) throws RemoteException {
        users(members);
        database.inTransaction(db -> {
            db.execute("insert into user_group (name) values (?)", group);
            for (String member : members) {
                db.execute("insert into membership (group_name, user_name) values (?, ?)", group, member);
            }
            return null;
        });
    }

    /** Runs SQL, past the service. */
    void sql(String sql, Object... arguments) {
        database.inTransaction(db -> db.execute(sql, arguments));
    }

    /** The number of rows that a query finds, past the plugin's own way in. */
    static long count(Path file, String sql) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty(DataSourceFactory.JDBC_URL, Database.url(file));
        properties.setProperty(DataSourceFactory.JDBC_USER, "sa");
        try (var connection = DRIVERS.createDataSource(properties).getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The number that a query finds, past the service. */
    long count(String sql) {
        return database.inTransaction(db -> db.createQuery(sql).mapTo(long.class).one());
    }

    static RemoteSpace space(String key, String name) {
        RemoteSpace space = new RemoteSpace();
        space.setKey(key);
        space.setName(name);
        return space;
    }

    static RemoteContentPermission forUser(String name) {
        RemoteContentPermission permission = new RemoteContentPermission();
        permission.setUserName(name);
        return permission;
    }

    static RemoteContentPermission forGroup(String name) {
        RemoteContentPermission permission = new RemoteContentPermission();
        permission.setGroupName(name);
        return permission;
    }

    static RemotePage page(String space, String title, String content) {
        RemotePage page = new RemotePage();
        page.setSpace(space);
        page.setTitle(title);
        page.setContent(content);
        return page;
    }

    static RemoteUser user(String name) {
        RemoteUser user = new RemoteUser();
        user.setName(name);
        return user;
    }

    @Override
    public void close() {
        publication.close();
        index.close();
        database.close();
    }
}
