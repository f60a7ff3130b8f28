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
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.Services;
import io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Archives;
import io.github.jsonrpcwhiteboard.example.confluence.internal.host.Host;
import io.github.jsonrpcwhiteboard.example.confluence.internal.markup.Markup;
import io.github.jsonrpcwhiteboard.example.confluence.internal.search.SearchIndex;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/** The service on a database of its own, put together as in the plugin. */
final class TestSite implements AutoCloseable {

    static final String TOKEN = "";
    static final int ATTACHMENT_LIMIT = 1000;

    private static final DataSourceFactory DRIVERS = new OsgiDataSourceFactory(new Driver());

    final Database database;
    final SearchIndex index;
    final ConfluenceService service;
    private volatile Login login = new Login("alice", false, false);

    private TestSite(String url, Path home) throws SQLException {
        database = Database.open(DRIVERS, url);
        Site site = new Site("http://wiki", new Version(1, 2, 3, "b4"), ATTACHMENT_LIMIT, Set.of("dark"));
        index = new SearchIndex(database, home.resolve("index"));
        Services services = new Services(index, new Markup(), new Archives(home.resolve("exports")),
                new Host(null, false));
        service = new Calls(database, site, services, () -> login, index::wake).service();
    }

    static TestSite inMemory() throws SQLException {
        String name = UUID.randomUUID().toString();
        return new TestSite("jdbc:h2:mem:" + name, Path.of("target", "sites", name));
    }

    /** On files that begin with this path. */
    static TestSite in(Path file) throws SQLException {
        return new TestSite(Database.url(file), file);
    }

    /** From now on this user calls, whom the host knows; null: nobody who is known. */
    void as(String user) {
        login = user == null ? Login.NONE : new Login(user, false, false);
    }

    /** From now on the host's administrator calls. */
    void asAdministrator() {
        login = new Login("admin", true, false);
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

    static RemoteSpace space(String key, String name) {
        RemoteSpace space = new RemoteSpace();
        space.setKey(key);
        space.setName(name);
        return space;
    }

    static RemotePage page(String space, String title, String content) {
        RemotePage page = new RemotePage();
        page.setSpace(space);
        page.setTitle(title);
        page.setContent(content);
        return page;
    }

    @Override
    public void close() {
        index.close();
        database.close();
    }
}
