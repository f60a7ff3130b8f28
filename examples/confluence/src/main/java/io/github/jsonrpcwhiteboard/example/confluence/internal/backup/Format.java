package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Column.choice;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Column.data;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Column.flag;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Column.id;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Column.matching;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Column.moment;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Column.name;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Column.number;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Column.owner;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Column.reference;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Column.secret;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Column.space;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Column.text;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.GlobalPermission;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;

/**
 * What exports that can be imported look like. An entry {@value #XML} of the zip has an element for each row of the
 * database, with an element for each column that is not null; bytes are in entries of their own, which the column
 * names. A new column of the database is a new word here.
 */
final class Format {

    static final String VERSION = "1";
    static final String XML = "export.xml";

    /** The folder of bytes: their entries are called by numbers. */
    static final String FOLDER = "attachments/";

    /** The element that holds the rows, and its attribute for the version of the format. */
    static final String ROOT = "export";
    static final String FORMAT = "format";

    /** Of a column with {@link Escapes}. */
    static final String ESCAPED = "escaped";

    /** The rest of queries for rows t. Without subqueries: H2 would run them for each row anew while others write. */
    private static final String OF_SPACE = "where t.space_key = :space";
    private static final String OF_CONTENT = "join content c on c.id = t.content_id where c.space_key = :space";

    private static final Table SPACE_GROUP = new Table("space_group", name("group_key"), name("name"),
            text("license_key").orNull(), name("creator").orNull());

    /** Once in the export of a site. */
    static final List<Table> SITE = List.of(
            new Table("user_group", name("name")).rows("order by name"),
            new Table("user_account", name("user_key"), name("name"), text("fullname"), text("email"),
                    secret("password_hash", "[0-9]{1,9}:[A-Za-z0-9+/]+=*:[A-Za-z0-9+/]+=*").orNull(), flag("active"),
                    text("about"), number("about_version"), name("creator").orNull(), moment("created"),
                    name("modifier").orNull(), moment("modified"), name("picture_name").orNull(),
                    choice("picture_type", "image/png", "image/jpeg", "image/gif").orNull(),
                    data("picture").orNull()).withIndex().rows("order by id"),
            new Table("membership", name("group_name"), name("user_name")).rows("order by user_name, group_name"),
            new Table("preference", name("user_name"), name("pref_key"), text("pref_value").orNull())
                    .rows("order by user_name, pref_key"),
            new Table("global_permission", choice("permission", (Object[]) GlobalPermission.values()),
                    name("user_name").orNull(), name("group_name").orNull())
                    .rows("order by permission, group_name, user_name"),
            SPACE_GROUP.rows("order by group_key"));

    /** For each space. */
    static final List<Table> SPACE = List.of(
            SPACE_GROUP.rows("join space s on s.space_group = t.group_key where s.space_key = :space and not :site"),
            new Table("space", matching("space_key", "[A-Za-z0-9]{1,255}|(?s)~.{1,254}"), name("name"),
                    choice("space_type", "global", "personal"), text("description"), name("space_group").orNull(),
                    reference("home_page"), choice("status", "CURRENT", "ARCHIVED"), name("creator").orNull(),
                    moment("created")).withIndex().rows(OF_SPACE),
            new Table("space_permission", space(), choice("permission", (Object[]) SpacePermission.values()),
                    name("user_name").orNull(), name("group_name").orNull())
                    .rows(OF_SPACE + " and :permissions order by permission, group_name, user_name"),
            new Table("content", id(), choice("content_type", "page", "blogpost", "comment"), space(),
                    reference("parent"), owner("container").orNull(), number("position").orNull(), name("title"),
                    text("body"), choice("status", "current", "deleted"), number("version"),
                    text("version_comment").orNull(), flag("minor_edit"), name("creator").orNull(), moment("created"),
                    name("modifier").orNull(), moment("modified"), moment("removed").orNull()).withIndex()
                    .rows(OF_SPACE + " order by container nulls first, id"),
            new Table("content_permission", owner("content_id"), choice("permission", "View", "Edit"),
                    name("user_name").orNull(), name("group_name").orNull()).rows(OF_CONTENT),
            new Table("history", owner("content_id"), number("version"), name("title"), text("body"),
                    text("version_comment").orNull(), flag("minor_edit"), name("modifier").orNull(),
                    moment("modified")).rows(OF_CONTENT + " order by content_id, version"),
            new Table("link", owner("content_id"), name("space_key"), name("title")).rows(OF_CONTENT),
            new Table("attachment", id(), owner("content_id"),
                    matching("file_name", "(?=.*\\S)[^\\p{Cc}\\p{Cs}/\\\\]{1,255}"), number("version")).withIndex()
                    .rows(OF_CONTENT + " and :attachments order by id"),
            new Table("attachment_version", owner("attachment_id"), number("version"), name("title").orNull(),
                    matching("content_type", "[ -~]{1,255}"), text("comment").orNull(), number("file_size"),
                    name("creator").orNull(), moment("created"), data("data"))
                    .rows("join attachment a on a.id = t.attachment_id join content c on c.id = content_id"
                    + " where c.space_key = :space and :attachments order by attachment_id, version"),
            new Table("label", id(), name("name"), choice("namespace", "global", "my", "team"),
                    name("owner").orNull()).rows("join label_use u on label_id = t.id " + OF_SPACE.replace("t.", "u."),
                    "join label_use u on label_id = t.id " + OF_CONTENT.replace("t.", "u.")),
            new Table("label_use", owner("label_id"), owner("content_id").orNull(), space().orNull(),
                    name("creator").orNull(), moment("created")).rows(OF_SPACE, OF_CONTENT),
            new Table("watch", name("user_name"), owner("content_id").orNull(), space().orNull())
                    .rows(OF_SPACE + " and :everything", OF_CONTENT + " and :everything"));

    private static final Map<String, Table> TABLES = Stream.concat(SITE.stream(), SPACE.stream())
            .collect(Collectors.toMap(Table::name, Function.identity(), (first, second) -> first));

    private Format() {
    }

    static Table table(String name) throws RemoteException {
        Table table = TABLES.get(name);
        if (table == null) {
            throw damaged("it has a " + name);
        }
        return table;
    }

    static RemoteException damaged(String what) {
        return new RemoteException("This is not an export, or it is damaged: " + what + ".");
    }
}
