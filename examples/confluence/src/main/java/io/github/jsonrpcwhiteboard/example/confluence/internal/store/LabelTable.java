package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteLabel;

/**
 * Labels in the database, and what has them. Nobody finds other people's own labels. A label stays when nothing has it
 * any longer: so nothing can get it while it goes.
 */
public final class LabelTable {

    /** Of a label l: whether the caller may know it. */
    private static final String OPEN = "(l.namespace <> 'my' or l.owner = :user)";
    private static final String USES = """
            select l.*, coalesce(u.content_id, s.id) as object, u.content_id, s.space_key, u.created
            from label_use u join label l on l.id = u.label_id
            left join content c on c.id = u.content_id
            join space s on s.space_key = coalesce(c.space_key, u.space_key)
            where (c.id is null or c.status = 'current') and\s""" + OPEN;
    private static final String IS_ON = """
            content_id is not distinct from :content and space_key is not distinct from :space""";

    private final Call call;

    public LabelTable(Call call) {
        this.call = call;
    }

    /**
     * What can have labels.
     *
     * @param content the id of a page or blog entry; null if it is a space
     * @param space the key of a space; null if it is a content
     */
    public record Target(Long content, String space) {
    }

    /**
     * That something has a label, and is not in the trash.
     *
     * @param label the label
     * @param object the id of the page, blog entry or space
     * @param page the id of the page or blog entry; 0 if it is a space
     * @param space the key of the space that it is in, or is
     * @param since when it got the label
     */
    public record Use(RemoteLabel label, long object, long page, String space, Instant since) {
    }

    public List<Use> uses() {
        return uses(query(USES));
    }

    public List<Use> usesIn(String spaceKey) {
        return uses(query(USES + " and s.space_key = :space").bind("space", spaceKey));
    }

    public List<Use> usesOf(Collection<Long> labels) {
        return labels.isEmpty() ? List.of()
                : uses(query(USES + " and u.label_id in (<ids>)").bindList("ids", List.copyOf(labels)));
    }

    public Optional<RemoteLabel> find(String name, String namespace) {
        return query("select l.* from label l where l.name = :name and l.namespace = :namespace and " + OPEN)
                .bind("name", name)
                .bind("namespace", namespace)
                .map((row, context) -> label(row))
                .findOne();
    }

    /** The labels that something has, by name. */
    public List<RemoteLabel> of(Target target) {
        return on(target, query("select l.* from label l join label_use u on u.label_id = l.id where " + IS_ON
                + " and " + OPEN + " order by l.name, l.namespace"))
                .map((row, context) -> label(row))
                .list();
    }

    /** Writes a new label. Those of the namespace my belong to the caller. */
    public void insert(String name, String namespace) throws AlreadyExistsException {
        Database.unique(() -> call.db().createUpdate("""
                insert into label (name, namespace, owner) values (:name, :namespace, :owner)""")
                .bind("name", name)
                .bind("namespace", namespace)
                .bind("owner", RemoteLabel.MY.equals(namespace) ? call.user() : null)
                .execute(),
                () -> new AlreadyExistsException("The label " + name + " already exists."));
    }

    public void add(long label, Target target) throws AlreadyExistsException {
        Database.unique(() -> on(target, call.db().createUpdate("""
                insert into label_use (label_id, content_id, space_key, creator, created)
                values (:label, :content, :space, :user, :now)"""))
                .bind("label", label)
                .bind("user", call.user())
                .bind("now", call.now())
                .execute(),
                () -> new AlreadyExistsException("The label is there already."));
    }

    /** Whether it was there. */
    public boolean remove(long label, Target target) {
        return on(target, call.db().createUpdate("delete from label_use where label_id = :label and " + IS_ON))
                .bind("label", label)
                .execute() > 0;
    }

    private Query query(String sql) {
        return call.db().createQuery(sql).bind("user", call.user());
    }

    private static <S extends SqlStatement<S>> S on(Target target, S statement) {
        return statement.bind("content", target.content()).bind("space", target.space());
    }

    private static List<Use> uses(Query query) {
        return query.map((row, context) -> new Use(label(row), row.getLong("object"), row.getLong("content_id"),
                row.getString("space_key"), row.getObject("created", Instant.class))).list();
    }

    private static RemoteLabel label(ResultSet row) throws SQLException {
        RemoteLabel label = new RemoteLabel();
        label.setId(row.getLong("id"));
        label.setName(row.getString("name"));
        label.setNamespace(row.getString("namespace"));
        label.setOwner(row.getString("owner"));
        return label;
    }
}
