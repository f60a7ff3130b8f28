package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.Optional;

import org.jdbi.v3.core.Handle;

/**
 * What an active user logs in with, who logs in to this plugin and not to the host.
 *
 * @param name the user's name as it is written
 * @param passwordHash the salted hash of the password
 */
public record Credentials(String name, String passwordHash) {

    public static Optional<Credentials> find(Handle db, String name) {
        return db.createQuery("""
                select name, password_hash from user_account
                where name = :name and active and password_hash is not null""")
                .bind("name", name)
                .map((row, context) -> new Credentials(row.getString("name"), row.getString("password_hash")))
                .findOne();
    }
}
