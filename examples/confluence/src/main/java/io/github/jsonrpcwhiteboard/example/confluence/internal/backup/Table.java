package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table that exports have.
 *
 * @param name its name in the database and in exports
 * @param columns all that are exported
 * @param isIndexed whether the search index has to know of new rows
 * @param queries find its rows
 */
record Table(String name, List<Column> columns, boolean isIndexed, List<String> queries) {

    Table(String name, Column... columns) {
        this(name, List.of(columns), false, List.of());
    }

    Table withIndex() {
        return new Table(name, columns, true, queries);
    }

    /** The same with queries that end like this. In them, it is t. */
    Table rows(String... ends) {
        String select = columns.stream().map(column -> "t." + column.name())
                .collect(Collectors.joining(", ", "select ", " from " + name + " t "));
        return new Table(name, columns, isIndexed, Stream.of(ends).map(select::concat).toList());
    }

    Optional<Column> column(String columnName) {
        return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
    }

    boolean has(Column.Kind kind) {
        return columns.stream().anyMatch(column -> column.kind() == kind);
    }

    /** Whether rows have an id that somebody has to know. */
    boolean hasId() {
        return isIndexed || has(Column.Kind.ID);
    }

    /** The values in a row of the database by the names of their columns. */
    Map<String, Object> from(ResultSet row) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        for (Column column : columns) {
            values.put(column.name(), column.from(row));
        }
        return values;
    }
}
