package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;

import org.h2.Driver;
import org.h2.util.OsgiDataSourceFactory;
import org.osgi.framework.Version;
import org.osgi.service.jdbc.DataSourceFactory;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/** The service on a database of its own, put together as in the plugin. */
final class TestSite implements AutoCloseable {

    static final String TOKEN = "";

    private static final DataSourceFactory DRIVERS = new OsgiDataSourceFactory(new Driver());

    final Database database;
    final ConfluenceService service;
    volatile String user = "alice";

    private TestSite(String url) throws SQLException {
        database = Database.open(DRIVERS, url);
        service = Calls.service(database, new Site("http://wiki", new Version(1, 2, 3, "b4")), () -> user);
    }

    static TestSite inMemory() throws SQLException {
        return new TestSite("jdbc:h2:mem:" + UUID.randomUUID());
    }

    static TestSite in(Path file) throws SQLException {
        return new TestSite(Database.url(file));
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
        database.close();
    }
}
