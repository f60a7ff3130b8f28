package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;

/** Users in the database. */
public final class UserTable {

    private final Call call;

    public UserTable(Call call) {
        this.call = call;
    }

    /** Whether a user may call; empty if there is no such user. */
    public Optional<Boolean> isActive(String name) {
        return call.db().createQuery("select active from user_account where name = :name")
                .bind("name", name)
                .mapTo(Boolean.class)
                .findOne();
    }

    /** The name of a user as it is written, whatever the case it is asked for in. */
    public Optional<String> name(String name) {
        return call.db().createQuery("select name from user_account where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    /** The names of the groups that a user is a member of, in lower case. */
    public Set<String> groups(String name) {
        return call.db().createQuery("select group_name from membership where user_name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .collect(Collectors.mapping(group -> group.toLowerCase(Locale.ROOT), Collectors.toSet()));
    }

    /** Writes a new user, a member of {@link Caller#USERS}. Without a password hash, the host checks the password. */
    public void insert(String name, String fullname, String email, String passwordHash) throws AlreadyExistsException {
        long id = Database.unique(() -> call.db().createUpdate("""
                insert into user_account (user_key, name, fullname, email, password_hash, creator, created, modifier,
                    modified)
                values (:key, :name, :fullname, :email, :hash, :user, :now, :user, :now)""")
                .bind("key", UUID.randomUUID().toString().replace("-", ""))
                .bind("name", name)
                .bind("fullname", Objects.requireNonNullElse(fullname, name))
                .bind("email", Objects.requireNonNullElse(email, ""))
                .bind("hash", passwordHash)
                .bind("user", call.user() == null ? name : call.user())
                .bind("now", call.now())
                .executeAndReturnGeneratedKeys("id").mapTo(long.class).one(),
                () -> new AlreadyExistsException("A user with the name " + name + " already exists."));
        call.db().createUpdate("insert into membership (group_name, user_name) values (:group, :name)")
                .bind("group", Caller.USERS)
                .bind("name", name)
                .execute();
        call.changed(id);
    }
}
