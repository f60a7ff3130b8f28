package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Holder;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermissionTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpaceTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.UserTable;

/**
 * Decides which rows of an import are added. Spaces must be new. Users, groups and space groups that exist stay as they
 * are, and nothing is given to them but what they may do in the new spaces. What is about users that do not exist is
 * left out, but does not open what was closed: in restrictions, who imports takes their place. Groups are added.
 */
final class Admission {

    private final Call call;
    private final Set<String> spaces = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> granted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> newUsers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> newGroups = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Rule> rules = Map.ofEntries(
            entry("user_group", this::group),
            entry("user_account", this::user),
            entry("membership", row -> newUsers.contains(text(row, "user_name"))),
            entry("preference", row -> newUsers.contains(text(row, "user_name"))),
            entry("global_permission", this::globalPermission),
            entry("space_group", row -> !exists("space_group", "group_key", text(row, "group_key"))),
            entry("space", this::space),
            entry("space_permission", this::spacePermission),
            entry("content_permission", this::restriction),
            entry("attachment_version", Admission::attachment),
            entry("label", row -> row.get("owner") == null || isUser(text(row, "owner"))),
            entry("watch", row -> isUser(text(row, "user_name"))));

    /** Of a table: whether a row is added. May change it. */
    private interface Rule {

        boolean admits(Map<String, Object> row) throws RemoteException;
    }

    Admission(Call call) {
        this.call = call;
    }

    /** The keys of the spaces that have been added. */
    Set<String> spaces() {
        return spaces;
    }

    static AlreadyExistsException alreadyExists(String key) {
        return new AlreadyExistsException("A space with the key " + key + " already exists.");
    }

    boolean admits(Table table, Map<String, Object> row) throws RemoteException {
        Rule rule = rules.get(table.name());
        return rule == null || rule.admits(row);
    }

    /** The id of what is here already, and takes the place of a row. */
    Optional<Long> instead(Table table, Map<String, Object> row) {
        return !table.name().equals("label") ? Optional.empty() : call.db().createQuery("""
                select id from label
                where name = :name and namespace = :namespace and owner is not distinct from :owner""")
                .bindMap(row)
                .bind("owner", row.get("owner"))
                .mapTo(Long.class).findOne();
    }

    void checkSpace(String key) throws RemoteException {
        if (!spaces.contains(key)) {
            throw Format.damaged("something is in a space that is not in it");
        }
    }

    /** A space that nobody else may view is for who imports it. */
    void complete() {
        for (String space : spaces) {
            if (!granted.contains(space)) {
                new SpacePermissionTable(call).grant(space, EnumSet.allOf(SpacePermission.class),
                        Holder.user(call.user()));
            }
        }
    }

    private boolean group(Map<String, Object> row) {
        return !exists("user_group", "name", text(row, "name")) && newGroups.add(text(row, "name"));
    }

    private boolean user(Map<String, Object> row) {
        if (exists("user_account", "user_key", text(row, "user_key"))) {
            row.put("user_key", UUID.randomUUID().toString().replace("-", ""));
        }
        return !isUser(text(row, "name")) && newUsers.add(text(row, "name"));
    }

    private boolean globalPermission(Map<String, Object> row) {
        return row.get("user_name") != null && newUsers.contains(text(row, "user_name"))
                || row.get("group_name") != null && newGroups.contains(text(row, "group_name"));
    }

    private boolean space(Map<String, Object> row) throws RemoteException {
        String key = text(row, "space_key");
        if (new SpaceTable(call).find(key).isPresent()) {
            throw spaces.contains(key) ? Format.damaged("it has two spaces of the key " + key)
                    : alreadyExists(key);
        }
        if (key.startsWith("~") != text(row, "space_type").equals("personal")) {
            throw Format.damaged("the space " + key + " is " + row.get("space_type"));
        }
        return spaces.add(key);
    }

    private boolean spacePermission(Map<String, Object> row) {
        return isKnown(row) && (granted.add(text(row, "space_key")) || true);
    }

    private boolean restriction(Map<String, Object> row) {
        if (!isKnown(row)) {
            row.put("user_name", call.user());
        }
        return call.db().createQuery("""
                select count(*) from content_permission where content_id = :content_id and permission = :permission
                and user_name is not distinct from :user and group_name is not distinct from :group""")
                .bindMap(row)
                .bind("user", row.get("user_name"))
                .bind("group", row.get("group_name"))
                .mapTo(long.class).one() == 0;
    }

    private static boolean attachment(Map<String, Object> row) throws RemoteException {
        if (((ZipEntry) row.get("data")).getSize() != (Long) row.get("file_size")) {
            throw Format.damaged("an attachment is not as long as it should be");
        }
        return true;
    }

    /** Whether a permission is not about an unknown user. */
    private boolean isKnown(Map<String, Object> permission) {
        String group = text(permission, "group_name");
        if (group != null && !exists("user_group", "name", group)) {
            call.db().createUpdate("insert into user_group (name) values (:name)").bind("name", group).execute();
        }
        return permission.get("user_name") == null || isUser(text(permission, "user_name"));
    }

    private boolean isUser(String name) {
        return new UserTable(call).name(name).isPresent();
    }

    private boolean exists(String table, String column, String value) {
        return call.db().createQuery("select count(*) from " + table + " where " + column + " = :value")
                .bind("value", value)
                .mapTo(long.class).one() > 0;
    }

    private static String text(Map<String, Object> row, String column) {
        return (String) row.get(column);
    }
}
