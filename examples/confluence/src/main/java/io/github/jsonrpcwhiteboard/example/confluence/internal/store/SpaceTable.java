package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpaceSummary;

/** Spaces in the database. */
public final class SpaceTable {

    private static final String SUMMARY = "select space_key, name, space_type from space\s";
    private static final String BY_NAME = "order by upper(name), name, space_key";

    private final Call call;

    public SpaceTable(Call call) {
        this.call = call;
    }

    public List<RemoteSpaceSummary> all() {
        return call.db().createQuery(SUMMARY + BY_NAME)
                .map((row, context) -> summary(row, new RemoteSpaceSummary()))
                .list();
    }

    public List<RemoteSpaceSummary> inGroup(String groupKey) {
        return call.db().createQuery(SUMMARY + "where space_group = :group\s" + BY_NAME)
                .bind("group", groupKey)
                .map((row, context) -> summary(row, new RemoteSpaceSummary()))
                .list();
    }

    public Optional<RemoteSpace> find(String key) {
        return call.db().createQuery("select * from space where space_key = :key")
                .bind("key", key)
                .map((row, context) -> space(row))
                .findOne();
    }

    /**
     * Finds a space and holds it until the end of the transaction. Whoever changes the tree of its pages does this
     * first: so changes come one after the other, and a page cannot become its own ancestor between two of them.
     */
    public Optional<RemoteSpace> findAndLock(String key) {
        return call.db().createQuery("select * from space where space_key = :key for update")
                .bind("key", key)
                .map((row, context) -> space(row))
                .findOne();
    }

    /**
     * Holds spaces until the end of the transaction, before anything else is held. All hold them in the same order, so
     * nobody waits for somebody who waits.
     */
    public void lock(Collection<String> keys) {
        SortedSet<String> inOrder = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        inOrder.addAll(keys);
        inOrder.forEach(this::findAndLock);
    }

    /** Holds all spaces. */
    public void lockAll() {
        lock(keys());
    }

    /** The spaces of these keys, by name. */
    public List<RemoteSpace> find(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : call.db().createQuery("""
                select * from space where space_key in (<keys>) order by name, space_key""")
                .bindList("keys", List.copyOf(keys))
                .map((row, context) -> space(row))
                .list();
    }

    /** The keys of all spaces. */
    public List<String> keys() {
        return call.db().createQuery("select space_key from space").mapTo(String.class).list();
    }

    /** The keys of the archived spaces. */
    public Set<String> archived() {
        return call.db().createQuery("select space_key from space where status = 'ARCHIVED'").mapTo(String.class).set();
    }

    /** The key of the space with an id. */
    public Optional<String> key(long id) {
        return call.db().createQuery("select space_key from space where id = :id").bind("id", id)
                .mapTo(String.class).findOne();
    }

    public void insert(RemoteSpace space) throws AlreadyExistsException {
        Database.unique(() -> call.db().createUpdate("""
                insert into space (space_key, name, space_type, description, space_group, creator, created)
                values (:key, :name, :type, coalesce(:description, ''), :group, :user, :now)""")
                .bind("key", space.getKey())
                .bind("type", space.getType())
                .bind("name", space.getName())
                .bind("description", space.getDescription())
                .bind("group", space.getSpaceGroup())
                .bind("user", call.user())
                .bind("now", call.now())
                .execute(),
                () -> new AlreadyExistsException("A space with the key " + space.getKey() + " already exists."));
    }

    /** Writes what is given; what is not keeps its value. */
    public void update(RemoteSpace space) {
        call.db().createUpdate("""
                update space set name = :name, description = coalesce(:description, description),
                    space_group = coalesce(:group, space_group), home_page = coalesce(nullif(:home, 0), home_page)
                where space_key = :key""")
                .bind("key", space.getKey())
                .bind("name", space.getName())
                .bind("description", space.getDescription())
                .bind("group", space.getSpaceGroup())
                .bind("home", space.getHomePage())
                .execute();
    }

    public void setHomePage(String key, long pageId) {
        call.db().createUpdate("update space set home_page = :page where space_key = :key")
                .bind("key", key)
                .bind("page", pageId)
                .execute();
    }

    public void delete(String key) {
        call.db().createUpdate("delete from space where space_key = :key").bind("key", key).execute();
    }

    /** The id by which the search index knows a space. */
    public long id(String key) {
        return call.db().createQuery("select id from space where space_key = :key").bind("key", key)
                .mapTo(long.class).one();
    }

    public String status(String key) {
        return call.db().createQuery("select status from space where space_key = :key").bind("key", key)
                .mapTo(String.class).one();
    }

    public void setStatus(String key, String status) {
        call.db().createUpdate("update space set status = :status where space_key = :key")
                .bind("key", key)
                .bind("status", status)
                .execute();
    }

    /** Has the search index forget a space and all that is in it. */
    public void forget(String key) {
        call.db().createUpdate("""
                insert into index_queue (object_id)
                select id from space where space_key = :key
                union all select id from content where space_key = :key
                union all select attachment.id from attachment join content on content.id = content_id
                    where space_key = :key""")
                .bind("key", key)
                .execute();
    }

    private RemoteSpace space(ResultSet row) throws SQLException {
        RemoteSpace space = summary(row, new RemoteSpace());
        space.setDescription(row.getString("description"));
        space.setSpaceGroup(row.getString("space_group"));
        space.setHomePage(row.getLong("home_page"));
        return space;
    }

    private <T extends RemoteSpaceSummary> T summary(ResultSet row, T space) throws SQLException {
        space.setKey(row.getString("space_key"));
        space.setName(row.getString("name"));
        space.setType(row.getString("space_type"));
        space.setUrl(call.site().url(space.getKey()));
        return space;
    }
}
