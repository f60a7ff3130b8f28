package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Who has a permission: a user, or the members of a group, or everybody. Names are as the database writes them.
 *
 * @param user null for the others
 * @param group null for the others
 */
public record Holder(String user, String group) {

    /** Also callers without a login. */
    public static final Holder EVERYBODY = new Holder(null, null);

    public static Holder user(String name) {
        return new Holder(name, null);
    }

    public static Holder group(String name) {
        return new Holder(null, name);
    }

    static Holder of(ResultSet row) throws SQLException {
        return new Holder(row.getString("user_name"), row.getString("group_name"));
    }
}
