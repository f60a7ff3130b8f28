package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.Optional;

import org.jdbi.v3.core.Handle;

/**
 * What has to be known of a user to let the user in.
 *
 * @param id by which the search index knows the user
 * @param name the name as it is written
 * @param active whether the user may log in and call
 * @param passwordHash the salted hash of the password; null if the host checks the password
 */
public record Account(long id, String name, boolean active, String passwordHash) {

    private static final String BY_NAME = "select id, name, active, password_hash from user_account where name = :name";

    /** The account of a user, whatever the case the name is given in. */
    public static Optional<Account> find(Handle db, String name) {
        return find(db, BY_NAME, name);
    }

    /** The account of a user, held until the end of the transaction: for changes to the user that must not meet. */
    static Optional<Account> findAndLock(Handle db, String name) {
        return find(db, BY_NAME + " for update", name);
    }

    private static Optional<Account> find(Handle db, String sql, String name) {
        return db.createQuery(sql)
                .bind("name", name)
                .map((row, context) -> new Account(row.getLong("id"), row.getString("name"), row.getBoolean("active"),
                        row.getString("password_hash")))
                .findOne();
    }

    /** Whether the user is one of the host's, and not of this plugin's own. */
    public boolean isOfHost() {
        return passwordHash == null;
    }
}
