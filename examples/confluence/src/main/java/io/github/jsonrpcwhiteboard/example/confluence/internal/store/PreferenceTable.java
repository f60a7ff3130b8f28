package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.Optional;

/** Users' preferences in the database. Put while the user is held, see {@link UserTable#findAndLock}. */
public final class PreferenceTable {

    private final Call call;

    public PreferenceTable(Call call) {
        this.call = call;
    }

    public Optional<String> find(String user, String key) {
        return call.db().createQuery("select pref_value from preference where user_name = :user and pref_key = :key")
                .bind("user", user)
                .bind("key", key)
                .mapTo(String.class).findOne();
    }

    public void put(String user, String key, String value) {
        call.db().createUpdate("""
                merge into preference (user_name, pref_key, pref_value) key (user_name, pref_key)
                values (:user, :key, :value)""")
                .bind("user", user)
                .bind("key", key)
                .bind("value", value)
                .execute();
    }

    public void delete(String user, String key) {
        call.db().createUpdate("delete from preference where user_name = :user and pref_key = :key")
                .bind("user", user)
                .bind("key", key)
                .execute();
    }
}
