package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpaceGroup;

/** Groups of spaces in the database. */
public final class SpaceGroupTable {

    private final Call call;

    public SpaceGroupTable(Call call) {
        this.call = call;
    }

    public List<RemoteSpaceGroup> all() {
        return call.db().createQuery("select * from space_group order by upper(name), name, group_key")
                .map((row, context) -> group(row))
                .list();
    }

    public Optional<RemoteSpaceGroup> find(String key) {
        return call.db().createQuery("select * from space_group where group_key = :key")
                .bind("key", key)
                .map((row, context) -> group(row))
                .findOne();
    }

    public void insert(RemoteSpaceGroup group) throws AlreadyExistsException {
        Database.unique(() -> call.db().createUpdate("""
                insert into space_group (group_key, name, license_key, creator)
                values (:key, :name, :license, :user)""")
                .bind("key", group.getKey())
                .bind("name", group.getName())
                .bind("license", group.getLicenseKey())
                .bind("user", call.user())
                .execute(),
                () -> new AlreadyExistsException("A space group with the key " + group.getKey() + " already exists."));
    }

    public void delete(String key) {
        call.db().createUpdate("delete from space_group where group_key = :key").bind("key", key).execute();
    }

    private static RemoteSpaceGroup group(ResultSet row) throws SQLException {
        RemoteSpaceGroup group = new RemoteSpaceGroup();
        group.setKey(row.getString("group_key"));
        group.setName(row.getString("name"));
        group.setLicenseKey(row.getString("license_key"));
        group.setCreatorName(row.getString("creator"));
        return group;
    }
}
