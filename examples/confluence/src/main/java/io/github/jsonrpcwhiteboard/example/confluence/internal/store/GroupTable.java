package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.List;
import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;

/** Groups and their members in the database. */
public final class GroupTable {

    private final Call call;

    public GroupTable(Call call) {
        this.call = call;
    }

    public List<String> all() {
        return call.db().createQuery("select name from user_group order by name").mapTo(String.class).list();
    }

    /** The names of the groups of a user. */
    public List<String> ofUser(String user) {
        return call.db().createQuery("""
                select g.name from membership m join user_group g on g.name = m.group_name
                where m.user_name = :user order by g.name""")
                .bind("user", user)
                .mapTo(String.class).list();
    }

    /** The name of a group as it is written, whatever the case it is asked for in. */
    public Optional<String> name(String name) {
        return call.db().createQuery("select name from user_group where name = :name")
                .bind("name", name)
                .mapTo(String.class).findOne();
    }

    /** Holds a group until the end of the call: for changes that must not meet. */
    public void lock(String name) {
        call.db().createQuery("select name from user_group where name = :name for update")
                .bind("name", name)
                .mapTo(String.class).one();
    }

    /** Writes a new group, without what may be left of an earlier one of this name: see {@link UserTable#insert}. */
    public void insert(String name) throws AlreadyExistsException {
        write(name);
        delete(name);
        write(name);
    }

    private void write(String name) throws AlreadyExistsException {
        Database.unique(() -> call.db().createUpdate("insert into user_group (name) values (:name)")
                .bind("name", name)
                .execute(),
                () -> new AlreadyExistsException("A group with the name " + name + " already exists."));
    }

    /** Removes a group, and the permissions of its own. */
    public void delete(String name) {
        new Restrictions(call).keepWithoutGroup(name);
        call.db().createUpdate("delete from user_group where name = :name").bind("name", name).execute();
    }

    /** Gives the members of a group and its permissions to another as well. */
    public void copy(String name, String to) {
        copy("membership", "user_name", name, to);
        copy("global_permission", "permission", name, to);
        copy("space_permission", "space_key, permission", name, to);
        copy("content_permission", "content_id, permission", name, to);
    }

    private void copy(String table, String columns, String name, String to) {
        call.db().createUpdate("""
                insert into <table> (group_name, <columns>)
                select :to, missing.* from (
                    select <columns> from <table> where group_name = :name
                    except select <columns> from <table> where group_name = :to) missing""")
                .define("table", table)
                .define("columns", columns)
                .bind("name", name)
                .bind("to", to)
                .execute();
    }

    /** Whether the user was not a member before. */
    public boolean addMember(String group, String user) {
        return call.db().createUpdate("""
                insert into membership (group_name, user_name)
                select :group, :user where not exists (select 1 from membership
                    where group_name = :group and user_name = :user)""")
                .bind("group", group)
                .bind("user", user)
                .execute() > 0;
    }

    /** Whether the user was a member before. */
    public boolean removeMember(String group, String user) {
        return call.db().createUpdate("delete from membership where group_name = :group and user_name = :user")
                .bind("group", group)
                .bind("user", user)
                .execute() > 0;
    }
}
