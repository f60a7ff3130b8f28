package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.user;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;

/** What goes with a user, and what stays. */
class RemovedUsersTest {

    private TestSite site;
    private ConfluenceService service;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        site.users("bob", "carol");
        site.asAdministrator();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatARemovedUserWroteStays() throws Exception {
        service.addUser(TOKEN, user("dora"), "pear");
        site.enter(new Door(site).enter("dora", "pear").orElseThrow());
        RemotePage page = service.storePage(TOKEN, page("DS", "By Dora", "text"));
        service.watchPage(TOKEN, page.getId());
        service.setUserPreferenceString(TOKEN, "dora", "k", "v");
        service.addPersonalSpace(TOKEN, TestSite.space(null, "Dora's"), "dora");
        site.asAdministrator();
        String queued = "select count(*) from index_queue where object_id = "
                + service.getUserInformation(TOKEN, "dora").getId();
        long before = site.count(queued);
        assertTrue(service.removeUser(TOKEN, "DORA"));
        assertEquals(before + 1, site.count(queued), "the search index hears of it");
        assertFalse(service.hasUser(TOKEN, "dora"));
        assertEquals("dora", service.getPage(TOKEN, page.getId()).getCreator());
        assertEquals("Dora's", service.getSpace(TOKEN, "~dora").getName());
        for (String table : List.of("membership", "preference", "watch", "space_permission")) {
            assertEquals(0, site.count("select count(*) from " + table + " where user_name = 'dora'"), table);
        }
    }


    @Test
    void whatOnlyARemovedUserMightViewStaysClosed() throws Exception {
        service.addUser(TOKEN, user("dora"), "pear");
        long only = service.storePage(TOKEN, page("DS", "Dora only", "")).getId();
        long both = service.storePage(TOKEN, page("DS", "Dora and Carol", "")).getId();
        restrict(only, "dora");
        restrict(both, "dora");
        restrict(both, "carol");
        service.removeUser(TOKEN, "dora");
        assertEquals("Dora only", service.getPage(TOKEN, only).getTitle());
        site.as("carol");
        assertThrows(RemoteException.class, () -> service.getPage(TOKEN, only));
        assertEquals("Dora and Carol", service.getPage(TOKEN, both).getTitle());
        site.as("bob");
        assertThrows(RemoteException.class, () -> service.getPage(TOKEN, both));
    }

    private void restrict(long page, String user) {
        site.sql("insert into content_permission (content_id, permission, user_name) values (?, 'View', ?)", page,
                user);
    }


    @Test
    void aNewUserGetsNothingOfAnEarlierOneOfTheName() throws Exception {
        // as a call leaves it that wrote while the user was being removed: H2 does not make the one wait for the other
        site.database.inTransaction(db -> {
            db.execute("set referential_integrity false");
            db.execute("insert into membership (user_name, group_name) values ('DORA', 'confluence-administrators')");
            db.execute("insert into global_permission (permission, user_name) values ('SYSTEMADMINISTRATOR', 'dora')");
            return db.execute("set referential_integrity true");
        });
        service.addUser(TOKEN, user("dora"), "pear");
        assertArrayEquals(new String[] {"confluence-users"}, service.getUserGroups(TOKEN, "dora"));
        assertEquals(0, site.count("select count(*) from global_permission where user_name = 'dora'"));
    }
}
