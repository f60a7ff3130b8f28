package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

import io.github.jsonrpcwhiteboard.example.confluence.internal.area.Access;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PermissionTable;

/**
 * The rows of an export: those of its scope, without what the caller may not view and what belongs to that. Only ids
 * are held in memory.
 */
final class Selection {

    /** The ids of what can be left out, each with the id of what it belongs to, which comes before. */
    private static final List<String> IDS = List.of("""
            select id, container from content
            where space_key = :space and (status = 'current' or :everything) order by container nulls first""", """
            select attachment.id, content_id from attachment join content on content.id = content_id
            where space_key = :space""", """
            select label_id, null from label_use join label on label.id = label_id
            where space_key = :space and (namespace <> 'my' or owner = :user or :site)""", """
            select label_id, content_id from label_use join label on label.id = label_id
            join content on content.id = content_id
            where content.space_key = :space and (namespace <> 'my' or owner = :user or :site)""");

    private final Call call;
    private final Scope scope;

    Selection(Call call, Scope scope) {
        this.call = call;
        this.scope = scope;
    }

    /** Takes a row, which is the values that are not null by the names of their columns. */
    interface Visitor<X extends Exception> {

        void visit(Table table, Map<String, Object> row) throws X;
    }

    /** Visits the rows of tables, always in the same order. */
    <X extends Exception> void each(Predicate<Table> tables, Visitor<X> visitor) throws X {
        for (Table table : Format.SITE) {
            if (scope.isSite() && tables.test(table)) {
                each(table, "", row -> true, visitor);
            }
        }
        Set<Long> labels = new HashSet<>();
        for (String space : spaces()) {
            Set<Long> ids = ids(space);
            for (Table table : Format.SPACE) {
                if (tables.test(table)) {
                    each(table, space, row -> isPart(table, row, ids)
                            && (!table.name().equals("label") || labels.add((Long) row.get("id"))), visitor);
                }
            }
        }
    }

    private <X extends Exception> void each(Table table, String space, Predicate<Map<String, Object>> which,
            Visitor<X> visitor) throws X {
        for (String query : table.queries()) {
            try (ResultIterator<Map<String, Object>> rows = query(query, space)
                    .map((row, context) -> table.from(row)).iterator()) {
                while (rows.hasNext()) {
                    Map<String, Object> row = rows.next();
                    if (which.test(row)) {
                        visitor.visit(table, row);
                    }
                }
            }
        }
    }

    private List<String> spaces() {
        return scope.isSite()
                ? call.db().createQuery("select space_key from space order by space_key").mapTo(String.class).list()
                : List.of(scope.space());
    }

    private static boolean isPart(Table table, Map<String, Object> row, Set<Long> ids) {
        for (Column column : table.columns()) {
            Object value = row.get(column.name());
            boolean isId = switch (column.kind()) {
                case ID, OWNER, REFERENCE -> true;
                default -> false;
            };
            if (isId && value != null && !ids.contains(value)) {
                if (column.kind() != Column.Kind.REFERENCE) {
                    return false;
                }
                row.remove(column.name());
            }
        }
        return true;
    }

    /** The ids of the contents, attachments and labels in a space that are part of it. */
    Set<Long> ids(String space) {
        Set<Long> hidden = scope.everything() || new Access(call).isAdministrator() ? Set.of()
                : new PermissionTable(call).hidden(space);
        Set<Long> ids = new HashSet<>();
        for (String sql : IDS) {
            query(sql, space).map((row, context) -> new Long[] {row.getLong(1), row.getObject(2, Long.class)})
                    .forEach(pair -> {
                        if (!hidden.contains(pair[0]) && (pair[1] == null || ids.contains(pair[1]))) {
                            ids.add(pair[0]);
                        }
                    });
        }
        return ids;
    }

    private Query query(String sql, String space) {
        return call.db().createQuery(sql)
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bindMap(new HashMap<>(Map.of("space", space, "site", scope.isSite(), "everything", scope.everything(),
                        "permissions", scope.permissions(), "attachments", scope.attachments())))
                .bind("user", call.user());
    }
}
