package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.user;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;

/** Calls about users that meet. */
@Timeout(60)
class UserRacesTest {

    private static final int CALLS = 8;
    private static final String ADMINISTRATORS = "confluence-administrators";

    @TempDir
    private Path directory;
    private TestSite site;
    private ConfluenceService service;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.in(directory.resolve("db"));
        service = site.service;
        site.asAdministrator();
        service.getSpaces(TOKEN);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @RepeatedTest(3)
    void oneOfTwoUsersOfOneNameIsAdded() throws Exception {
        List<Throwable> refused = Race.of(() -> add("dora"), () -> add("DORA"));
        assertEquals(1, refused.size());
        assertInstanceOf(AlreadyExistsException.class, refused.get(0));
        assertEquals(1, site.count("select count(*) from user_account where name = 'dora'"));
        assertEquals(1, site.count("select count(*) from membership where user_name = 'dora'"));
    }

    private boolean add(String name) throws RemoteException {
        service.addUser(TOKEN, user(name), "pear");
        return true;
    }

    @RepeatedTest(10)
    void theFirstCallsOfOneUserOfTheHostsAllSucceed() throws Exception {
        site.as("carol");
        assertEquals(List.of(), Race.of(CALLS, () -> service.getSpaces(TOKEN)));
        assertEquals(1, site.count("select count(*) from user_account where name = 'carol'"));
        assertEquals(1, site.count("select count(*) from membership where user_name = 'carol'"));
    }

    @Test
    void aLongFirstCallHoldsUpNoOtherOfTheUser() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        site.as("carol");
        assertEquals(List.of(), Race.of(() -> site.database.inTransaction(db -> {
            Login carol = new Login("carol", false, role -> false);
            Callers.identify(new Call(db, site.site, Caller.ANONYMOUS, Instant.now()), carol);
            held.countDown();
            goOn.await();
            return null;
        }), () -> {
            held.await();
            service.getSpaces(TOKEN);
            goOn.countDown();
            return null;
        }));
    }

    @RepeatedTest(5)
    void twoAdministratorsCannotShutOutEachOther() throws Exception {
        ConfluenceService bob = administrator("bob");
        ConfluenceService carol = administrator("carol");
        List<Throwable> refused = Race.of(() -> bob.deactivateUser(TOKEN, "carol"),
                () -> carol.deactivateUser(TOKEN, "bob"));
        assertEquals(1, refused.size());
        assertInstanceOf(NotPermittedException.class, refused.get(0));
        assertEquals(2, service.getActiveUsers(TOKEN, true).length);
    }

    @RepeatedTest(3)
    void norStripEachOther() throws Exception {
        add("bob");
        add("carol");
        service.addUserToGroup(TOKEN, "bob", ADMINISTRATORS);
        service.addUserToGroup(TOKEN, "carol", ADMINISTRATORS);
        ConfluenceService bob = site.of(new Door(site).enter("bob", "pear").orElseThrow());
        ConfluenceService carol = site.of(new Door(site).enter("carol", "pear").orElseThrow());
        List<Throwable> refused = Race.of(() -> bob.removeUserFromGroup(TOKEN, "carol", ADMINISTRATORS),
                () -> carol.removeUserFromGroup(TOKEN, "bob", ADMINISTRATORS));
        assertEquals(1, refused.size());
        assertInstanceOf(NotPermittedException.class, refused.get(0));
        assertEquals(1, site.count("select count(*) from membership where group_name = '" + ADMINISTRATORS + "'"));
    }

    private ConfluenceService administrator(String name) throws RemoteException {
        ConfluenceService administrator = site.of(new Login(name, false, role -> false));
        administrator.getSpaces(TOKEN);
        service.addUserToGroup(TOKEN, name, ADMINISTRATORS);
        return administrator;
    }

    @RepeatedTest(3)
    void oneOfTwoRenamesToOneNameWins() throws Exception {
        add("bob");
        add("carol");
        List<Throwable> refused = Race.of(() -> service.renameUser(TOKEN, "bob", "dora"),
                () -> service.renameUser(TOKEN, "carol", "Dora"));
        assertEquals(1, refused.size());
        assertInstanceOf(AlreadyExistsException.class, refused.get(0));
    }

    @RepeatedTest(3)
    void oneOfTwoPasswordsWins() throws Exception {
        add("bob");
        site.enter(new Door(site).enter("bob", "pear").orElseThrow());
        List<Throwable> refused = Race.of(() -> service.changeMyPassword(TOKEN, "pear", "plum"),
                () -> service.changeMyPassword(TOKEN, "pear", "cherry"));
        assertEquals(1, refused.size());
        assertInstanceOf(RemoteException.class, refused.get(0));
        Door door = new Door(site);
        assertTrue(door.enter("bob", "plum").isPresent() ^ door.enter("bob", "cherry").isPresent());
    }

    @RepeatedTest(5)
    void aWatchAndAPreferenceAreAddedOnce() throws Exception {
        long page = service.getPages(TOKEN, "DS")[0].getId();
        AtomicInteger added = new AtomicInteger();
        assertEquals(List.of(), Race.of(CALLS, () -> service.watchPage(TOKEN, page) ? added.incrementAndGet() : 0));
        assertEquals(1, added.get());
        assertEquals(List.of(), Race.of(CALLS, () -> service.setUserPreferenceLong(TOKEN, "admin", "k", 1)));
    }

    @RepeatedTest(5)
    void nothingIsLeftOfAUserOrGroupThatGoes() throws Exception {
        add("bob");
        service.addGroup(TOKEN, "cooks");
        List<Throwable> refused = Race.of(() -> service.setUserPreferenceLong(TOKEN, "bob", "k", 1),
                () -> service.removeUser(TOKEN, "bob"), () -> service.addUserToGroup(TOKEN, "bob", "cooks"));
        assertTrue(refused.stream().allMatch(RemoteException.class::isInstance), refused::toString);
        assertEquals(0, site.count("select count(*) from membership where user_name = 'bob'"));
        assertEquals(0, site.count("select count(*) from preference"));
        refused = Race.of(() -> service.addUserToGroup(TOKEN, "admin", "cooks"),
                () -> service.removeGroup(TOKEN, "cooks", null));
        assertTrue(refused.stream().allMatch(RemoteException.class::isInstance), refused::toString);
        assertArrayEquals(new String[] {"confluence-users"}, service.getUserGroups(TOKEN, "admin"));
        assertEquals(0, site.count("select count(*) from membership where group_name = 'cooks'"));
    }
}
