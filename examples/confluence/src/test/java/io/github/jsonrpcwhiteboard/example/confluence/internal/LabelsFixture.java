package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteLabel;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSearchResult;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;

/** Two spaces with three pages, for the tests of labels. */
abstract class LabelsFixture {

    static final String NO_LABEL = "You're not allowed to view that label, or it does not exist.";
    static final String NO_CONTENT = "You're not allowed to view that content, or it does not exist.";
    static final String NO_SPACE = "You're not allowed to view that space, or it does not exist.";
    static final String MAY_NOT = "You're not permitted to change those labels.";

    TestSite site;
    ConfluenceService service;
    long a;
    long b;
    long c;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        service.addSpaceWithDefaultPermissions(TOKEN, space("X", "Ex"));
        service.addSpaceWithDefaultPermissions(TOKEN, space("Y", "Why"));
        a = service.storePage(TOKEN, page("X", "A", "<p>first <b>page</b></p>")).getId();
        b = service.storePage(TOKEN, page("X", "B", "")).getId();
        c = service.storePage(TOKEN, page("Y", "C", "")).getId();
    }

    @AfterEach
    void close() {
        site.close();
    }

    final long spaceId(String key) {
        return site.database.inTransaction(db -> db.createQuery("select id from space where space_key = ?")
                .bind(0, key).mapTo(long.class).one());
    }

    final void label(long object, String... names) throws RemoteException {
        for (String name : names) {
            assertTrue(service.addLabelByName(TOKEN, name, object));
        }
    }

    final List<String> labels(long object) throws RemoteException {
        return names(service.getLabelsById(TOKEN, object));
    }

    static List<String> names(RemoteLabel[] labels) {
        return Stream.of(labels).map(label -> ("global".equals(label.getNamespace()) ? "" : label.getNamespace() + ":")
                + label.getName()).toList();
    }

    static List<String> keys(RemoteSpace[] spaces) {
        return Stream.of(spaces).map(RemoteSpace::getKey).toList();
    }

    static List<String> titles(RemoteSearchResult[] results) {
        return Stream.of(results).map(RemoteSearchResult::getTitle).toList();
    }

    static String refused(Executable call) {
        return assertThrows(RemoteException.class, call).getMessage();
    }

    static String notPermitted(Executable call) {
        return assertThrows(NotPermittedException.class, call).getMessage();
    }

    final RemoteLabel only(long object) throws RemoteException {
        RemoteLabel[] labels = service.getLabelsById(TOKEN, object);
        assertEquals(1, labels.length);
        return labels[0];
    }

    final long blogEntry() {
        site.sql("insert into content (content_type, space_key, title, body, created, modified)"
                + " values ('blogpost', 'X', 'Blog', '', now(), now())");
        return site.database.inTransaction(db -> db.createQuery("select id from content where title = 'Blog'")
                .mapTo(long.class).one());
    }
}
