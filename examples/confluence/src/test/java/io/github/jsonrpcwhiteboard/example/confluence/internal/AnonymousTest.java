package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.Access;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.GlobalPermissionArea;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.GlobalPermission;

/** Callers without a login: whether they get to the service, and what they may do there. */
@Timeout(60)
class AnonymousTest {

    @TempDir
    private Path directory;
    private TestSite site;
    private ConfluenceService service;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.in(directory.resolve("db"));
        service = site.service;
        site.asAdministrator();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theServiceOpensAndClosesWithThePermission() throws Exception {
        assertFalse(site.published.isOpen());
        assertTrue(service.setEnableAnonymousAccess(TOKEN, true));
        assertTrue(site.published.isOpen());
        assertTrue(service.setEnableAnonymousAccess(TOKEN, true));
        assertTrue(service.setEnableAnonymousAccess(TOKEN, false));
        assertFalse(site.published.isOpen());
        assertTrue(service.setEnableAnonymousAccess(TOKEN, false));
        assertTrue(service.addAnonymousUsePermission(TOKEN));
        assertTrue(service.addAnonymousUsePermission(TOKEN));
        assertTrue(site.published.isOpen());
        assertTrue(service.removeAnonymousUsePermission(TOKEN));
        assertFalse(service.removeAnonymousUsePermission(TOKEN));
        assertFalse(site.published.isOpen());
    }

    @Test
    void itIsOpenAfterAStartIfItWasBefore() throws Exception {
        service.setEnableAnonymousAccess(TOKEN, true);
        site.close();
        site = TestSite.in(directory.resolve("db"));
        assertTrue(site.published.isOpen());
    }

    @Test
    void aCallThatFailsInTheEndOpensNothing() {
        AtomicInteger told = new AtomicInteger();
        Caller admin = Caller.of("admin", Set.of(), true);
        assertThrows(RemoteException.class, () -> site.database.inTransaction(db -> {
            new GlobalPermissionArea(new Call(db, site.site, admin, Instant.now()), told::incrementAndGet)
                    .addAnonymousUsePermission(TOKEN);
            throw new RemoteException("failed afterwards");
        }));
        assertEquals(0, told.get());
        assertFalse(site.published.isOpen());
        site.as(null);
        assertEquals("You're not permitted to use this site.", refused(() -> service.getSpaces(TOKEN)));
    }

    @Test
    void aCallThatOutlivesThePluginIsAnswered() throws Exception {
        site.publication.close();
        assertTrue(service.setEnableAnonymousAccess(TOKEN, true));
    }

    /** The first one is about to show what it has read when the second one comes. */
    @Test
    void ofTwoChangesAtOnceTheLastOneIsShown() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        site.published.beforeNextChange(() -> {
            first.countDown();
            second.await();
            return null;
        });
        Thread opening = call(true);
        first.await();
        Thread closing = call(false);
        while (closing.getState() != Thread.State.BLOCKED && closing.isAlive()) {
            Thread.onSpinWait();
        }
        second.countDown();
        opening.join();
        closing.join();
        assertFalse(isPermitted(GlobalPermission.USECONFLUENCE));
        assertFalse(site.published.isOpen());
    }

    private Thread call(boolean open) {
        Thread thread = new Thread(() -> assertDoesNotThrow(() -> service.setEnableAnonymousAccess(TOKEN, open)));
        thread.start();
        return thread;
    }

    private boolean isPermitted(GlobalPermission permission) {
        return site.database.inTransaction(db -> new Access(new Call(db, site.site, Caller.ANONYMOUS, Instant.now()))
                .may(permission));
    }

    @Test
    void callersWithoutALoginSeeWhatIsGivenToEverybody() throws Exception {
        service.addSpaceWithDefaultPermissions(TOKEN, space("USERS", "For users"));
        service.addSpace(TOKEN, space("ALL", "For all"));
        service.addAnonymousPermissionToSpace(TOKEN, "VIEWSPACE", "ALL");
        service.setEnableAnonymousAccess(TOKEN, true);
        long hidden = service.getSpace(TOKEN, "USERS").getHomePage();
        site.as(null);
        assertEquals(1, service.getSpaces(TOKEN).length);
        assertEquals("ALL", service.getSpaces(TOKEN)[0].getKey());
        assertEquals("Home", service.getPage(TOKEN, "ALL", "Home").getTitle());
        assertEquals("[view]", List.of(service.getPermissions(TOKEN, "ALL")).toString());
        assertEquals("You're not allowed to view that space, or it does not exist.",
                refused(() -> service.getSpace(TOKEN, "USERS")));
        assertEquals("You're not allowed to view that page, or it does not exist.",
                refused(() -> service.getPage(TOKEN, hidden)));
        assertEquals("You're not permitted to create a page in that space.",
                refused(() -> service.storePage(TOKEN, page("ALL", "New", ""))));
    }

    @Test
    void callersWithoutALoginChangeWhatEverybodyMay() throws Exception {
        service.addSpace(TOKEN, space("ALL", "For all"));
        service.addAnonymousPermissionsToSpace(TOKEN, new String[] {"VIEWSPACE", "EDITSPACE"}, "ALL");
        service.setEnableAnonymousAccess(TOKEN, true);
        site.as(null);
        assertEquals(null, service.storePage(TOKEN, page("ALL", "New", "")).getCreator());
        for (Executable call : List.<Executable>of(
                () -> service.addSpace(TOKEN, space("X", "x")),
                () -> service.addPersonalSpace(TOKEN, space(null, "x"), "admin"),
                () -> service.removeSpace(TOKEN, "ALL"),
                () -> service.getSpacePermissionSets(TOKEN, "ALL"),
                () -> service.getPermissionsForUser(TOKEN, "ALL", "admin"),
                () -> service.setEnableAnonymousAccess(TOKEN, false))) {
            assertThrows(NotPermittedException.class, call);
        }
    }

    @Test
    void profilesAreForEverybodyOnlyIfPermitted() throws Exception {
        service.setEnableAnonymousAccess(TOKEN, true);
        assertFalse(isPermitted(GlobalPermission.VIEWUSERPROFILES));
        assertFalse(service.removeAnonymousViewUserProfilePermission(TOKEN));
        assertTrue(service.addAnonymousViewUserProfilePermission(TOKEN));
        assertTrue(service.addAnonymousViewUserProfilePermission(TOKEN));
        assertTrue(isPermitted(GlobalPermission.VIEWUSERPROFILES));
        assertTrue(service.removeAnonymousViewUserProfilePermission(TOKEN));
        assertFalse(isPermitted(GlobalPermission.VIEWUSERPROFILES));
    }

    private static String refused(Executable call) {
        return assertThrows(RemoteException.class, call).getMessage();
    }
}
