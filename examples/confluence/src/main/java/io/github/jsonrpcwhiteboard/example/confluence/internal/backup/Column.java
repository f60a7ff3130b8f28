package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

/**
 * A column of a {@link Table}: how its values are read from the database, and checked when they come from an export.
 *
 * @param name its name in the database and in exports
 * @param kind what its values are
 * @param optional whether it may be null
 * @param pattern what a text has to match; null if any will do
 */
record Column(String name, Kind kind, boolean optional, Pattern pattern) {

    /** What values are. */
    enum Kind {
        /** The id of the row. Imported rows get new ones. */
        ID,
        /** The id of a row that comes before, to which this one belongs: where that is left out, this is, too. */
        OWNER,
        /** The id of any row of the same export. */
        REFERENCE,
        /** The key of a space of the same export. */
        SPACE,
        TEXT, NUMBER, FLAG, MOMENT,
        /** A text that no error shows. */
        SECRET,
        /** Bytes, which are in an entry of their own. */
        DATA
    }

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    static Column of(Kind kind, String name) {
        return new Column(name, kind, false, null);
    }

    static Column id() {
        return of(Kind.ID, "id");
    }

    static Column owner(String name) {
        return of(Kind.OWNER, name);
    }

    static Column reference(String name) {
        return of(Kind.REFERENCE, name).orNull();
    }

    static Column space() {
        return of(Kind.SPACE, "space_key");
    }

    static Column text(String name) {
        return of(Kind.TEXT, name);
    }

    /** A text that is not blank, and not longer than names are. */
    static Column name(String name) {
        return matching(name, "(?s)(?=.*\\S).{1,255}");
    }

    static Column choice(String name, Object... choices) {
        StringBuilder pattern = new StringBuilder();
        for (Object choice : choices) {
            pattern.append(pattern.isEmpty() ? "" : "|").append(Pattern.quote(choice.toString()));
        }
        return matching(name, pattern.toString());
    }

    static Column matching(String name, String pattern) {
        return new Column(name, Kind.TEXT, false, Pattern.compile(pattern));
    }

    static Column secret(String name, String pattern) {
        return new Column(name, Kind.SECRET, false, Pattern.compile(pattern));
    }

    static Column number(String name) {
        return of(Kind.NUMBER, name);
    }

    static Column flag(String name) {
        return of(Kind.FLAG, name);
    }

    static Column moment(String name) {
        return of(Kind.MOMENT, name);
    }

    static Column data(String name) {
        return of(Kind.DATA, name);
    }

    Column orNull() {
        return new Column(name, kind, true, pattern);
    }

    /** The value in a row of the database; null if there is none. */
    Object from(ResultSet row) throws SQLException {
        return switch (kind) {
            case ID, OWNER, REFERENCE, NUMBER -> row.getObject(name, Long.class);
            case SPACE, TEXT, SECRET -> row.getString(name);
            case FLAG -> row.getObject(name, Boolean.class);
            case MOMENT -> row.getObject(name, Instant.class);
            case DATA -> row.getBlob(name);
        };
    }

    /** The value that a text in an export stands for. Refuses what cannot be one. */
    Object parse(String text) throws RemoteException {
        try {
            return switch (kind) {
                case ID, OWNER, REFERENCE, NUMBER -> number(Long.parseLong(text), text);
                case SPACE, DATA -> text;
                case TEXT, SECRET -> matched(text);
                case FLAG -> flag(text.equals("true"), text);
                case MOMENT -> moment(Instant.parse(text), text);
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw wrong(text);
        }
    }

    private Object number(long value, String text) throws RemoteException {
        if (value < 0) {
            throw wrong(text);
        }
        return value;
    }

    private Object matched(String text) throws RemoteException {
        if (pattern != null && !pattern.matcher(text).matches()) {
            throw wrong(text);
        }
        return text;
    }

    private Object flag(boolean value, String text) throws RemoteException {
        if (!value && !text.equals("false")) {
            throw wrong(text);
        }
        return value;
    }

    /** Others cannot be told as dates. */
    private Object moment(Instant value, String text) throws RemoteException {
        if (value.isBefore(EARLIEST) || value.isAfter(LATEST)) {
            throw wrong(text);
        }
        return value;
    }

    private RemoteException wrong(String text) {
        if (kind == Kind.SECRET) {
            return Format.damaged("the " + name + " is malformed");
        }
        return Format.damaged("the " + name + " is \"" + text.substring(0, Math.min(text.length(), 40)) + "\"");
    }
}
