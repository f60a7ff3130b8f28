package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.h2.Driver;
import org.h2.util.OsgiDataSourceFactory;
import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;

class FormatTest {

    /** Nobody refers to these ids. The last one follows from others. */
    private static final Set<String> LEFT_OUT =
            Set.of("space.id", "history.id", "user_account.id", "content.live_title");

    @Test
    void everyColumnIsExported() throws Exception {
        Set<String> expected = new TreeSet<>(LEFT_OUT);
        Stream.concat(Format.SITE.stream(), Format.SPACE.stream()).forEach(table ->
                table.columns().forEach(column -> expected.add(table.name() + "." + column.name())));
        assertEquals(String.join("\n", expected), String.join("\n", columns()));
    }

    private static Set<String> columns() throws Exception {
        try (Database database = Database.open(new OsgiDataSourceFactory(new Driver()),
                "jdbc:h2:mem:" + UUID.randomUUID())) {
            return database.<Set<String>, RuntimeException>inTransaction(db -> db.createQuery("""
                    select lower(table_name || '.' || column_name) from information_schema.columns
                    where table_schema = 'PUBLIC'
                    and table_name not in ('flyway_schema_history', 'INDEX_QUEUE', 'ARCHIVE')""")
                    .mapTo(String.class).collect(Collectors.toCollection(TreeSet::new)));
        }
    }
}
