package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;

/** Users in the database. */
public final class UserTable {

    private final Call call;

    public UserTable(Call call) {
        this.call = call;
    }

    public Optional<Account> find(String name) {
        return Account.find(call.db(), name);
    }

    /** The user, held until the end of the call: for changes that must not meet. */
    public Optional<Account> findAndLock(String name) {
        return Account.findAndLock(call.db(), name);
    }

    /** The name of a user as it is written, whatever the case it is asked for in. */
    public Optional<String> name(String name) {
        return find(name).map(Account::name);
    }

    /** The names of the groups that a user is a member of. */
    public Set<String> groups(String name) {
        return call.db().createQuery("select group_name from membership where user_name = :name")
                .bind("name", name)
                .mapTo(String.class).set();
    }

    /** The names of active users; only of those who may use the site if not all are asked for. */
    public List<String> active(boolean all) {
        return call.db().createQuery("select u.name from user_account u where "
                + (all ? "u.active" : UserConditions.USES_SITE) + " order by u.name")
                .mapTo(String.class).list();
    }

    /** Writes a new user, a member of {@link Caller#USERS}. Without a password hash, the host checks the password. */
    public void insert(String name, String fullname, String email, String passwordHash) throws AlreadyExistsException {
        claim(name);
        long id = write(name, fullname, email, passwordHash);
        call.db().createUpdate("insert into membership (group_name, user_name) values (:group, :name)")
                .bind("group", Caller.USERS)
                .bind("name", name)
                .execute();
        call.changed(id);
    }

    /**
     * Refuses a name that is taken, and removes what is left of an earlier user of this name: what other calls wrote
     * about that user while it was being removed. The new one must not get it.
     */
    private void claim(String name) throws AlreadyExistsException {
        write(name, null, null, null);
        erase(name);
    }

    private long write(String name, String fullname, String email, String passwordHash) throws AlreadyExistsException {
        return Database.unique(() -> call.db().createUpdate("""
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
    }

    /** Removes a user and what is about the user, but nothing that the user wrote. */
    public void delete(Account user) {
        erase(user.name());
        call.changed(user.id());
    }

    private void erase(String name) {
        new Restrictions(call).keepWithoutUser(name);
        call.db().createUpdate("delete from user_account where name = :name").bind("name", name).execute();
    }

    /** Whether that was a change. */
    public boolean setActive(Account user, boolean active) {
        boolean changed = call.db().createUpdate("""
                update user_account set active = :active where id = :id and active <> :active""")
                .bind("id", user.id())
                .bind("active", active)
                .execute() > 0;
        call.changed(user.id());
        return changed;
    }

    /** Whether the user's password was still the one that was found. */
    public boolean setPassword(Account user, String passwordHash) {
        return call.db().createUpdate("""
                update user_account set password_hash = :new where id = :id and password_hash = :old""")
                .bind("id", user.id())
                .bind("old", user.passwordHash())
                .bind("new", passwordHash)
                .execute() > 0;
    }

    /**
     * Gives a user another name, wherever the name is written. In two transactions where only the case is another: in
     * one, indexes would take the old key for the new one and keep it. In between, the user is found by the id.
     */
    public void rename(Account user, String name) throws AlreadyExistsException {
        if (name.equalsIgnoreCase(user.name())) {
            setName(user, "/" + user.id());
            call.db().execute("commit");
        } else {
            claim(name);
        }
        new SpaceTable(call).lockAll();
        new Authorship(call).rename(user.name(), name);
        setName(user, name);
        call.changed(user.id());
    }

    private void setName(Account user, String name) {
        call.db().createUpdate("update user_account set name = :name where id = :id")
                .bind("id", user.id())
                .bind("name", name)
                .execute();
    }
}
