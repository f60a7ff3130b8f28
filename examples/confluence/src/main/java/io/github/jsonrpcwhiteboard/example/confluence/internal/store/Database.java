package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database: a pool of connections to a schema that is up to date. Safe for use by several threads. */
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final String MIGRATIONS = "classpath:io/github/jsonrpcwhiteboard/example/confluence/migration";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final long CLOSE_SECONDS = 10;

    /** One for the search index, which keeps it, and ten for calls, which may wait for the index. */
    private static final int CONNECTIONS = 11;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).registerArgument(new InstantArgument());
    }

    /**
     * The address of a database in a file. {@code async}: an interrupted call, which is how calls that take too long
     * end, must not close the file for all others. {@code WRITE_DELAY}: what was answered has been written.
     */
    public static String url(Path file) {
        return "jdbc:h2:async:" + file.toAbsolutePath() + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";
    }

    /** Opens the database, creates it if need be, and brings its schema up to date. */
    public static Database open(DataSourceFactory drivers, String url) throws SQLException {
        HikariDataSource pool = new HikariDataSource(configuration(drivers, url));
        try {
            migrate(pool);
            return new Database(pool);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariConfig configuration(DataSourceFactory drivers, String url) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty(DataSourceFactory.JDBC_URL, url);
        properties.setProperty(DataSourceFactory.JDBC_USER, "sa");
        properties.setProperty(DataSourceFactory.JDBC_PASSWORD, "");
        HikariConfig config = new HikariConfig();
        config.setPoolName("confluence");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setDataSource(drivers.createDataSource(properties));
        return config;
    }

    private static void migrate(DataSource pool) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(pool)
                .locations(MIGRATIONS)
                .failOnMissingLocations(true)
                .loggers("slf4j")
                .load()
                .migrate();
    }

    /** Runs work in a transaction, which is rolled back if the work throws anything. */
    public <T, X extends Exception> T inTransaction(HandleCallback<T, X> work) throws X {
        open.readLock().lock();
        try {
            return jdbi.inTransaction(work);
        } finally {
            open.readLock().unlock();
        }
    }

    /** A connection to keep, for a thread that calls wait for. Each statement is a transaction. */
    public Handle connect() {
        return jdbi.open();
    }

    /**
     * Runs a write that may meet a unique key. Asking beforehand would not see what another transaction writes at the
     * same moment.
     */
    static <T, X extends Exception> T unique(Supplier<T> write, Supplier<X> taken) throws X {
        try {
            return write.get();
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                throw taken.get();
            }
            throw e;
        }
    }

    /** Closes the database when the calls in progress are done, or have had their time. */
    @Override
    public void close() {
        boolean idle = false;
        try {
            idle = open.writeLock().tryLock(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            if (!idle) {
                LOG.warn("Closing the database on calls in progress");
            }
            pool.close();
        } finally {
            if (idle) {
                open.writeLock().unlock();
            }
        }
    }

    /** By way of java.sql.Timestamp, as is Jdbi's custom, the second 2 o'clock of an autumn night would be lost. */
    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {

        InstantArgument() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value);
        }
    }
}
