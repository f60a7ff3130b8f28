package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Adds what is in an export, with new ids. In the transaction of the call: all of it, or nothing. */
final class Import {

    private static final String UNIQUE_VIOLATION = "23505";

    /** What the database says of values: too long, no such row to refer to, and the like. */
    private static final String VIOLATION = "2[23].*";

    private final Call call;
    private final Unpacked zip;
    private final Admission admission;

    /** The ids here by those in the export: those of new rows mostly. None for what is left out. */
    private final Map<Long, Optional<Long>> ids = new HashMap<>();

    /** To rows that may not have come yet. */
    private final List<Reference> references = new ArrayList<>();

    private record Reference(Table table, Column column, long id, Long target) {
    }

    Import(Call call, Unpacked zip) {
        this.call = call;
        this.zip = zip;
        this.admission = new Admission(call);
    }

    void run() throws IOException, RemoteException {
        try (InputStream in = zip.xml()) {
            RowReader reader = new RowReader(in);
            for (RowReader.Row row = reader.next(); row != null; row = reader.next()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new RemoteException("The import takes too long.");
                }
                add(row);
            }
        }
        for (Reference reference : references) {
            call.db().createUpdate("update " + reference.table().name() + " set " + reference.column().name()
                    + " = :target where id = :id")
                    .bind("target", here(reference.target()))
                    .bind("id", reference.id())
                    .execute();
        }
        admission.complete();
        new Integrity(call, admission.spaces()).check();
    }

    private void add(RowReader.Row row) throws RemoteException {
        Table table = row.table();
        Map<String, Object> values = new HashMap<>(row.values());
        Long id = (Long) values.remove("id");
        if (id != null && ids.containsKey(id)) {
            throw Format.damaged("it has two of the id " + id);
        }
        Optional<Long> added = Optional.empty();
        if (resolve(table, values)) {
            added = admission.instead(table, values);
            if (added.isEmpty() && admission.admits(table, values)) {
                added = insert(row, values);
            }
        }
        if (id != null) {
            ids.put(id, added);
        }
    }

    /** Replaces what is different here. False if the row goes with one that is left out. */
    private boolean resolve(Table table, Map<String, Object> values) throws RemoteException {
        for (Column column : table.columns()) {
            Object value = values.get(column.name());
            if (value != null) {
                switch (column.kind()) {
                    case OWNER -> {
                        Optional<Long> owner = here((Long) value);
                        if (owner.isEmpty()) {
                            return false;
                        }
                        values.put(column.name(), owner.get());
                    }
                    case SPACE -> admission.checkSpace((String) value);
                    case DATA -> values.put(column.name(), zip.entry((String) value));
                    case REFERENCE -> values.remove(column.name());
                    default -> {
                        // as it is
                    }
                }
            }
        }
        return true;
    }

    /** What an id in the export is here. */
    private Optional<Long> here(Long id) throws RemoteException {
        Optional<Long> here = ids.get(id);
        if (here == null) {
            throw Format.damaged("it refers to " + id + ", and has no such id before");
        }
        return here;
    }

    /** Returns the id of the new row, if it has one. */
    private Optional<Long> insert(RowReader.Row row, Map<String, Object> values) throws RemoteException {
        Table table = row.table();
        Update update = call.db().createUpdate("insert into " + table.name() + " ("
                + values.keySet().stream().collect(Collectors.joining(", ")) + ") values ("
                + values.keySet().stream().collect(Collectors.joining(", :", ":", "")) + ")");
        values.forEach((name, value) -> update.bind(name, value instanceof ZipEntry entry ? data(entry) : value));
        try {
            if (!table.hasId()) {
                update.execute();
                return Optional.empty();
            }
            Long id = update.executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
            table.columns().stream().filter(column -> column.kind() == Column.Kind.REFERENCE)
                    .filter(column -> row.values().containsKey(column.name()))
                    .forEach(column -> references.add(
                            new Reference(table, column, id, (Long) row.values().get(column.name()))));
            if (table.isIndexed()) {
                call.changed(id);
            }
            return Optional.of(id);
        } catch (UnableToExecuteStatementException e) {
            throw refusal(row, e);
        }
    }

    private Argument data(ZipEntry entry) {
        return (position, statement, context) -> {
            try {
                statement.setBinaryStream(position, zip.open(entry));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static RemoteException refusal(RowReader.Row row, UnableToExecuteStatementException e) {
        if (!(e.getCause() instanceof SQLException cause) || !cause.getSQLState().matches(VIOLATION)) {
            throw e;
        }
        if (row.table().name().equals("space") && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
            return Admission.alreadyExists((String) row.values().get("space_key"));
        }
        return Format.damaged("the " + row.table().name() + " in line " + row.line()
                + (UNIQUE_VIOLATION.equals(cause.getSQLState()) ? " is there twice" : " does not fit"));
    }
}
