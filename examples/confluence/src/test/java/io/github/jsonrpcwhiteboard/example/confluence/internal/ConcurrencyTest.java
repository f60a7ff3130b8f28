package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.forUser;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteAttachment;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentPermission;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.VersionMismatchException;

@Timeout(60)
class ConcurrencyTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path directory;
    private TestSite site;
    private ConfluenceService service;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.in(directory.resolve("db"));
        service = site.service;
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        site.close();
    }

    @RepeatedTest(20)
    void oneOfTwoChangesToOneVersionWins() throws Exception {
        long id = service.storePage(TOKEN, page("DS", "Race", "0")).getId();
        List<Throwable> refused = Race.of(() -> change(id, "1"), () -> change(id, "2"));
        assertEquals(1, refused.size());
        assertInstanceOf(VersionMismatchException.class, refused.get(0));
        assertEquals(2, service.getPage(TOKEN, id).getVersion());
    }

    private RemotePage change(long id, String content) throws RemoteException {
        RemotePage page = page("DS", "Race", content);
        page.setId(id);
        page.setVersion(1);
        return service.storePage(TOKEN, page);
    }

    @RepeatedTest(5)
    void oneOfTwoPagesOfOneTitleWins() throws Exception {
        List<Throwable> refused = Race.of(() -> service.storePage(TOKEN, page("DS", "Race", "1")),
                () -> service.storePage(TOKEN, page("DS", "race", "2")));
        assertEquals(1, refused.size());
        assertInstanceOf(AlreadyExistsException.class, refused.get(0));
    }

    @RepeatedTest(5)
    void oneOfTwoSpacesOfOneKeyWins() throws Exception {
        List<Throwable> refused = Race.of(() -> service.addSpace(TOKEN, space("RACE", "1")),
                () -> service.addSpace(TOKEN, space("RACE", "2")));
        assertEquals(1, refused.size());
        assertInstanceOf(AlreadyExistsException.class, refused.get(0));
    }

    @RepeatedTest(5)
    void twoPagesCannotMoveBelowEachOther() throws Exception {
        RemotePage a = service.storePage(TOKEN, page("DS", "A", ""));
        RemotePage b = service.storePage(TOKEN, page("DS", "B", ""));
        a.setParentId(b.getId());
        b.setParentId(a.getId());
        List<Throwable> refused = Race.of(() -> service.storePage(TOKEN, a), () -> service.storePage(TOKEN, b));
        assertEquals(1, refused.size());
        assertEquals("A page cannot be below itself.", refused.get(0).getMessage());
    }

    @RepeatedTest(5)
    void aPageIsNotStoredIntoASpaceThatGoes() throws Exception {
        service.addSpace(TOKEN, space("GO", "goes"));
        List<Throwable> refused = Race.of(() -> service.storePage(TOKEN, page("GO", "Page", "")),
                () -> service.removeSpace(TOKEN, "GO"));
        assertTrue(refused.stream().allMatch(RemoteException.class::isInstance), refused::toString);
    }

    @Test
    void twoGiveTheSamePermission() throws Exception {
        site.asAdministrator();
        for (int i = 0; i < 50; i++) {
            service.removeAnonymousPermissionFromSpace(TOKEN, "VIEWSPACE", "DS");
            assertEquals(List.of(), Race.of(() -> service.addAnonymousPermissionToSpace(TOKEN, "VIEWSPACE", "DS"),
                    () -> service.addAnonymousPermissionToSpace(TOKEN, "VIEWSPACE", "DS")));
        }
    }

    @Test
    void oneOfTwoWhoTakeTheLastPermissionsOfAdministratorsIsRefused() throws Exception {
        site.asAdministrator();
        String group = "confluence-administrators";
        for (int i = 0; i < 50; i++) {
            List<Throwable> refused = Race.of(() -> service.removeGlobalPermission(TOKEN, "SYSTEMADMINISTRATOR", group),
                    () -> service.removeGlobalPermission(TOKEN, "ADMINISTRATECONFLUENCE", group));
            assertEquals(1, refused.size());
            assertInstanceOf(RemoteException.class, refused.get(0));
            String[] both = {"SYSTEMADMINISTRATOR", "ADMINISTRATECONFLUENCE"};
            assertTrue(service.addGlobalPermissions(TOKEN, both, group));
        }
    }

    @RepeatedTest(5)
    void ofTwoWhoReplaceThePermissionsOfAPageOneComesLast() throws Exception {
        site.asAdministrator();
        site.users("ann", "bob");
        long id = service.getSpace(TOKEN, "DS").getHomePage();
        Race.of(() -> service.setContentPermissions(TOKEN, id, "View", new RemoteContentPermission[] {forUser("ann")}),
                () -> service.setContentPermissions(TOKEN, id, "View", new RemoteContentPermission[] {forUser("bob")}));
        assertEquals(1, service.getContentPermissionSet(TOKEN, id, "View").getContentPermissions().length);
    }

    @RepeatedTest(10)
    void twoFilesOfOneNameAreTwoVersions() throws Exception {
        long id = service.storePage(TOKEN, page("DS", "Files", "")).getId();
        assertEquals(List.of(), Race.of(() -> attach(id, "a.txt", 1), () -> attach(id, "A.txt", 2)));
        int first = service.getAttachmentData(TOKEN, id, "a.txt", 1)[0];
        assertEquals(3 - first, service.getAttachmentData(TOKEN, id, "a.txt", 2)[0]);
        assertEquals(1, service.getAttachments(TOKEN, id).length);
    }

    @RepeatedTest(5)
    void twoFilesCanChangePlaces() throws Exception {
        long a = service.storePage(TOKEN, page("DS", "A", "")).getId();
        long b = service.storePage(TOKEN, page("DS", "B", "")).getId();
        attach(a, "x", 1);
        attach(b, "x", 2);
        List<Throwable> refused = Race.of(() -> service.moveAttachment(TOKEN, a, "x", b, "y"),
                () -> service.moveAttachment(TOKEN, b, "x", a, "y"), () -> attach(a, "y", 3));
        assertTrue(refused.stream().allMatch(AlreadyExistsException.class::isInstance), refused::toString);
    }

    @RepeatedTest(5)
    void aFileIsNotAddedToAPageThatGoes() throws Exception {
        service.addSpace(TOKEN, space("GO", "goes"));
        long id = service.getSpace(TOKEN, "GO").getHomePage();
        List<Throwable> refused = Race.of(() -> attach(id, "a", 1), () -> service.removeSpace(TOKEN, "GO"));
        assertTrue(refused.stream().allMatch(RemoteException.class::isInstance), refused::toString);
    }

    private RemoteAttachment attach(long id, String name, int content) throws RemoteException {
        RemoteAttachment attachment = new RemoteAttachment();
        attachment.setFileName(name);
        return service.addAttachment(TOKEN, id, attachment, new byte[] {(byte) content});
    }

    @Test
    void anInterruptedCallLeavesTheDatabaseOpen() throws Exception {
        String content = "x".repeat(200_000);
        RemotePage page = service.storePage(TOKEN, page("DS", "Interrupted", content));
        for (int i = 0; i < 50; i++) {
            threads.submit(() -> {
                Thread.currentThread().interrupt();
                return service.storePage(TOKEN, service.getPage(TOKEN, page.getId()));
            });
            interruptWhileWriting(page.getId());
        }
        assertEquals(content, service.getPage(TOKEN, page.getId()).getContent());
        site.close();
        site = TestSite.in(directory.resolve("db"));
        assertEquals(content, site.service.getPage(TOKEN, page.getId()).getContent());
    }

    private void interruptWhileWriting(long id) throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        Thread writer = new Thread(() -> {
            try {
                RemotePage page = service.getPage(TOKEN, id);
                reading.countDown();
                service.storePage(TOKEN, page);
            } catch (Exception e) {
                reading.countDown();
            }
        });
        writer.start();
        reading.await();
        writer.interrupt();
        writer.join();
    }

    @Test
    void closingWaitsForTheCallInProgress() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<Integer> call = threads.submit(() -> site.database.inTransaction(db -> {
            begun.countDown();
            goOn.await();
            return db.createQuery("select 1").mapTo(int.class).one();
        }));
        begun.await();
        Thread closing = new Thread(site::close);
        closing.start();
        closing.join(500);
        assertTrue(closing.isAlive());
        goOn.countDown();
        assertEquals(1, call.get());
        closing.join();
    }
}
