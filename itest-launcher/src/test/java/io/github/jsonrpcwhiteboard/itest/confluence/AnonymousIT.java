package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Callers without a login. Each test leaves the site closed to them. */
@ExtendWith(Wiki.Shared.class)
@Timeout(120)
class AnonymousIT {

    private static final String NOT_PERMITTED =
            "NotPermittedException: You're not permitted to change global permissions.";
    private static final int CALLERS = 4;
    private static final int CHANGES = 30;

    private final Wiki wiki;
    private final WikiClient admin;
    private final WikiClient ann;
    private final WikiClient nobody;

    AnonymousIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
        this.nobody = wiki.nobody();
    }

    @AfterEach
    void close() {
        admin.call("setEnableAnonymousAccess", false);
        admin.call("removeAnonymousViewUserProfilePermission");
        assertEquals(401, nobody.status("getSpaces"));
    }

    @Test
    void theSiteOpensAndCloses() {
        assertEquals(401, nobody.status("getSpaces"));
        assertEquals("true", admin.text("addAnonymousUsePermission"));
        assertEquals(200, nobody.status("getSpaces"));
        assertEquals(401, ann.with("wrong").status("getSpaces"), "who gives a password needs the right one");
        assertEquals("true", admin.text("removeAnonymousUsePermission"));
        assertEquals(401, nobody.status("getSpaces"));
        assertEquals("true", admin.text("setEnableAnonymousAccess", true));
        assertEquals(200, nobody.status("getSpaces"));
        assertEquals("true", admin.text("setEnableAnonymousAccess", false));
        assertEquals(401, nobody.status("getSpaces"));
        assertEquals(200, ann.status("getSpaces"));
    }

    @Test
    void itIsForAdministratorsToOpen() {
        assertEquals(NOT_PERMITTED, ann.refused("addAnonymousUsePermission"));
        assertEquals(NOT_PERMITTED, ann.refused("removeAnonymousUsePermission"));
        assertEquals(NOT_PERMITTED, ann.refused("setEnableAnonymousAccess", true));
        assertEquals(NOT_PERMITTED, ann.refused("addAnonymousViewUserProfilePermission"));
        assertEquals(NOT_PERMITTED, ann.refused("removeAnonymousViewUserProfilePermission"));
        assertEquals(401, nobody.status("getSpaces"));
    }

    @Test
    void callersWithoutALoginSeeWhatIsGivenToEverybody() {
        String open = wiki.hiddenSpace();
        String users = wiki.space();
        admin.call("addAnonymousPermissionToSpace", "VIEWSPACE", open);
        admin.call("setEnableAnonymousAccess", true);
        List<String> keys = nobody.call("getSpaces").findValuesAsText("key");
        assertTrue(keys.contains(open));
        assertFalse(keys.contains(users));
        assertEquals("Home", nobody.call("getPage", open, "Home").get("title").asText());
        assertEquals("RemoteException: You're not allowed to view that page, or it does not exist.",
                nobody.refused("getPage", users, "Home"));
        Map<String, Object> page = Map.of("space", open, "title", "New", "content", "");
        assertEquals("NotPermittedException: You're not permitted to create a page in that space.",
                nobody.refused("storePage", page));
        admin.call("addAnonymousPermissionToSpace", "EDITSPACE", open);
        assertEquals("null", nobody.call("storePage", page).get("creator").toString());
        assertEquals(NOT_PERMITTED, nobody.refused("setEnableAnonymousAccess", false));
    }

    @Test
    void profilesAreForEverybodyOnlyIfPermitted() {
        admin.call("setEnableAnonymousAccess", true);
        assertTrue(nobody.refused("getUserByName", "ann").startsWith("NotPermittedException: "));
        assertEquals("true", admin.text("addAnonymousViewUserProfilePermission"));
        assertEquals("ann", nobody.call("getUserByName", "ann").get("name").asText());
        assertEquals("true", admin.text("removeAnonymousViewUserProfilePermission"));
        assertTrue(nobody.refused("getUserByName", "ann").startsWith("NotPermittedException: "));
    }

    @Test
    void noCallIsLostWhileTheSiteOpensAndCloses() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch calling = new CountDownLatch(2 * CALLERS);
        ExecutorService threads = Executors.newFixedThreadPool(2 * CALLERS);
        try {
            List<Future<Set<Integer>>> known = new ArrayList<>();
            List<Future<Set<Integer>>> unknown = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                known.add(threads.submit(() -> statuses(ann, calling, done)));
                unknown.add(threads.submit(() -> statuses(nobody, calling, done)));
            }
            assertTrue(calling.await(60, TimeUnit.SECONDS));
            for (int i = 0; i < CHANGES; i++) {
                boolean open = i % 2 == 0;
                admin.call("setEnableAnonymousAccess", open);
                assertEquals(open ? 200 : 401, nobody.status("getSpaces"), "from the next call on");
            }
            done.set(true);
            for (int i = 0; i < CALLERS; i++) {
                assertEquals(Set.of(200), known.get(i).get());
                assertTrue(Set.of(200, 401).containsAll(unknown.get(i).get()), unknown.get(i).get()::toString);
            }
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
    }

    private static Set<Integer> statuses(WikiClient client, CountDownLatch calling, AtomicBoolean done) {
        Set<Integer> statuses = new TreeSet<>();
        while (!done.get()) {
            statuses.add(client.status("getSpaces"));
            calling.countDown();
        }
        return statuses;
    }

    @Test
    void theSiteIsOpenAfterAStartIfItWasBefore(@TempDir Path data) throws Exception {
        String password;
        try (Wiki first = Wiki.start(data, null)) {
            password = first.adminPassword();
            first.admin().call("setEnableAnonymousAccess", true);
        }
        try (Wiki second = Wiki.start(data, password)) {
            assertEquals(200, second.nobody().status("getSpaces"));
        }
    }
}
