package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.junit.jupiter.api.function.Executable;
import org.osgi.framework.Version;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/** Pages for tests, and what else belongs to them, written past the areas that have it. */
final class Pages {

    static final String NO_PAGE = "You're not allowed to view that page, or it does not exist.";

    private final TestSite site;

    Pages(TestSite site) {
        this.site = site;
    }

    /** A new page at the top of a space; returns its id. */
    long add(String space, String title) throws RemoteException {
        return site.service.storePage(TOKEN, page(space, title, "")).getId();
    }

    /** A new page below another. */
    long add(long parent, String title) throws RemoteException {
        RemotePage page = page(site.service.getPageSummary(TOKEN, parent).getSpace(), title, "");
        page.setParentId(parent);
        return site.service.storePage(TOKEN, page).getId();
    }

    /** The next version of a page. */
    RemotePage edit(long id, String title, String content) throws RemoteException {
        RemotePage page = site.service.getPage(TOKEN, id);
        page.setTitle(title);
        page.setContent(content);
        return site.service.storePage(TOKEN, page);
    }

    /** Only this user is let through from now on. */
    void restrict(long id, String permission, String user) {
        execute("insert into content_permission (content_id, permission, user_name) values (?, ?, ?)",
                id, permission, user);
    }

    /** Somebody whom the site knows from now on, with permissions in a space. */
    void grant(String space, String user, String... permissions) throws RemoteException {
        site.as(user);
        site.service.getSpaces(TOKEN);
        site.as("alice");
        for (String permission : permissions) {
            execute("insert into space_permission (space_key, permission, user_name) values (?, ?, ?)",
                    space, permission, user);
        }
    }

    void revoke(String space, String permission) {
        execute("delete from space_permission where space_key = ? and permission = ? and group_name is not null",
                space, permission);
    }

    /** A comment on a page; returns its id. */
    long comment(long page) {
        return id("""
                insert into content (content_type, space_key, container, title, body, creator, created, modified)
                select 'comment', space_key, id, '', 'text', 'alice', now(), now() from content where id = :content""",
                page);
    }

    /** An attachment of a page or comment; returns its id. */
    long attachment(long content) {
        return id("insert into attachment (content_id, file_name, version) values (:content, 'a.txt', 1)", content);
    }

    private long id(String sql, long content) {
        return inDatabase(db -> db.createUpdate(sql).bind("content", content).executeAndReturnGeneratedKeys("id")
                .mapTo(long.class).one());
    }

    void execute(String sql, Object... arguments) {
        inDatabase(db -> db.execute(sql, arguments));
    }

    long count(String sql, Object argument) {
        return inDatabase(db -> db.createQuery("select count(*) from " + sql).bind(0, argument).mapTo(long.class)
                .one());
    }

    private <T> T inDatabase(HandleCallback<T, RuntimeException> work) {
        return site.database.inTransaction(work);
    }

    /** What a call of alice tells the search index. */
    Set<Long> told(Told call) throws Exception {
        return site.database.inTransaction(db -> {
            db.execute("delete from index_queue");
            call.in(new Call(db, new Site("http://wiki", Version.emptyVersion, 0, Set.of()),
                    Caller.of("alice", Set.of(Caller.USERS), false), Instant.now()));
            return told(db);
        });
    }

    private static Set<Long> told(Handle db) {
        return db.createQuery("select object_id from index_queue").mapTo(Long.class).set();
    }

    static List<String> titles(RemotePageSummary[] pages) {
        return Stream.of(pages).map(RemotePageSummary::getTitle).toList();
    }

    static String refused(Executable call) {
        RemoteException refused = assertThrows(RemoteException.class, call);
        return (refused.getClass() == RemoteException.class ? "" : refused.getClass().getSimpleName() + ": ")
                + refused.getMessage();
    }

    /** Some work in a call. */
    interface Told {
        void in(Call call) throws Exception;
    }
}
