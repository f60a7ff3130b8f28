package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteConfluenceUser;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteUser;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteUserInformation;

/** What users show of themselves, in the database. */
public final class ProfileTable {

    /** Comes before conditions on users u, whose rows are for {@link #user}. */
    static final String SELECT = "select u.name, u.user_key, u.fullname, u.email from user_account u";

    private final Call call;

    public ProfileTable(Call call) {
        this.call = call;
    }

    public Optional<RemoteConfluenceUser> byName(String name) {
        return find(SELECT + " where u.name = :value", name);
    }

    public Optional<RemoteConfluenceUser> byKey(String key) {
        return find(SELECT + " where u.user_key = :value", key);
    }

    private Optional<RemoteConfluenceUser> find(String sql, String value) {
        return call.db().createQuery(sql)
                .bind("value", value)
                .map((row, context) -> {
                    RemoteConfluenceUser user = user(row, new RemoteConfluenceUser());
                    user.setKey(row.getString("user_key"));
                    return user;
                })
                .findOne();
    }

    <T extends RemoteUser> T user(ResultSet row, T user) throws SQLException {
        user.setName(row.getString("name"));
        user.setFullname(row.getString("fullname"));
        user.setEmail(row.getString("email"));
        user.setUrl(call.site().url("~" + user.getName()));
        return user;
    }

    /** Writes what is given; what is not keeps its value. */
    public void update(Account user, RemoteUser profile) {
        call.db().createUpdate("""
                update user_account set fullname = coalesce(:fullname, fullname), email = coalesce(:email, email)
                where id = :id""")
                .bind("id", user.id())
                .bind("fullname", profile.getFullname())
                .bind("email", profile.getEmail())
                .execute();
        call.changed(user.id());
    }

    public void setPicture(Account user, String fileName, String type, byte[] data) {
        call.db().createUpdate("""
                update user_account set picture_name = :name, picture_type = :type, picture = :data
                where id = :id""")
                .bind("id", user.id())
                .bind("name", fileName)
                .bind("type", type)
                .bind("data", data)
                .execute();
    }

    public Optional<RemoteUserInformation> information(String name) {
        return call.db().createQuery("""
                select id, name, about, about_version, creator, created, modifier, modified from user_account
                where name = :name""")
                .bind("name", name)
                .map((row, context) -> information(row))
                .findOne();
    }

    private static RemoteUserInformation information(ResultSet row) throws SQLException {
        RemoteUserInformation information = new RemoteUserInformation();
        information.setId(row.getLong("id"));
        information.setUsername(row.getString("name"));
        information.setContent(row.getString("about"));
        information.setVersion(row.getInt("about_version"));
        information.setCreatorName(row.getString("creator"));
        information.setCreationDate(Date.from(row.getObject("created", Instant.class)));
        information.setLastModifierName(row.getString("modifier"));
        information.setLastModificationDate(Date.from(row.getObject("modified", Instant.class)));
        return information;
    }

    /** Writes the next version, unless the one it is made from is not the current one: then false. */
    public boolean setInformation(Account user, String content, int version) {
        boolean updated = call.db().createUpdate("""
                update user_account set about = :about, about_version = about_version + 1, modifier = :user,
                    modified = :now
                where id = :id and about_version = :version""")
                .bind("id", user.id())
                .bind("version", version)
                .bind("about", content)
                .bind("user", call.user())
                .bind("now", call.now())
                .execute() > 0;
        call.changed(user.id());
        return updated;
    }
}
