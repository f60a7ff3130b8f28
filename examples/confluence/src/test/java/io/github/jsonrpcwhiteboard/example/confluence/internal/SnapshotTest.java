package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Contents;
import io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Scope;
import io.github.jsonrpcwhiteboard.example.confluence.internal.backup.XmlExport;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/** Exports while others write. */
class SnapshotTest {

    private static final Site SITE = new Site("http://wiki", Version.emptyVersion, 0, Set.of());
    private static final Caller ADMIN = Caller.of("admin", Set.of(Caller.ADMINISTRATORS), false);

    @TempDir
    private Path directory;
    private TestSite site;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.in(directory.resolve("db"));
        RichSpace.make(site, "RICH");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void anExportIsOfOneMoment() throws Exception {
        RichSpace.run(site, "delete from label where owner = 'bob'");
        List<String> before = RichSpace.tell(site, "RICH");
        byte[] export = export(call -> zip -> {
            CompletableFuture.runAsync(this::remove).join();
            new XmlExport(call, Scope.space("RICH", true, true)).writeTo(zip);
        });
        assertTrue(Stream.of(site.service.getSpaces(TOKEN)).noneMatch(space -> space.getKey().equals("RICH")));
        site.service.importSpace(TOKEN, export);
        assertEquals(String.join("\n\n", before), String.join("\n\n", RichSpace.tell(site, "RICH")));
    }

    /** Others do not wait for an export; and it still has what they remove. */
    private void remove() {
        try {
            site.service.storePage(TOKEN, page("RICH", "New", "x"));
            site.service.removeSpace(TOKEN, "RICH");
            for (int i = 0; i < 30; i++) {
                long id = site.service.storePage(TOKEN, page("DS", "Page " + i, "x".repeat(300_000))).getId();
                site.service.removePage(TOKEN, id);
            }
        } catch (RemoteException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void connectionsAreAsBeforeWhenTheyComeBack() throws Exception {
        for (int i = 0; i < 20; i++) {
            site.service.exportSpace(TOKEN, "DS", "TYPE_XML");
            assertEquals("|READ COMMITTED", RichSpace.tell(site, null,
                    "select isolation_level from information_schema.sessions where session_id = session_id()"));
        }
    }

    @Test
    void whatFailsLeavesNoFile() throws Exception {
        assertThrows(UncheckedIOException.class, () -> export(call -> zip -> {
            zip.putNextEntry(new ZipEntry("x"));
            throw new IOException("disk full");
        }));
        assertNoFiles();
    }

    @Test
    void whatIsInterruptedLeavesNoFile() throws Exception {
        Thread.currentThread().interrupt();
        try {
            assertThrows(UncheckedIOException.class, () -> site.service.exportSpace(TOKEN, "RICH", "TYPE_XML"));
        } finally {
            Thread.interrupted();
        }
        assertNoFiles();
        site.service.exportSpace(TOKEN, "RICH", "TYPE_XML");
    }

    @Test
    void oneOfTwoImportsOfASpaceWins() throws Exception {
        byte[] export = export(call -> new XmlExport(call, Scope.space("RICH", true, true)));
        site.service.removeSpace(TOKEN, "RICH");
        List<CompletableFuture<String>> imports = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
            try {
                return String.valueOf(site.service.importSpace(TOKEN, export));
            } catch (RemoteException e) {
                return e.toString();
            }
        })).limit(2).toList();
        assertEquals(List.of(AlreadyExistsException.class.getName() + ": A space with the key RICH already exists.",
                "true"), imports.stream().map(CompletableFuture::join).sorted().toList());
    }

    private void assertNoFiles() throws IOException {
        try (Stream<Path> files = Files.list(site.home.resolve("exports"))) {
            assertEquals(List.of(), files.toList());
        }
    }

    private interface Making {

        Contents of(Call call);
    }

    private byte[] export(Making making) throws IOException {
        String url = site.database.<String, RuntimeException>inTransaction(db -> {
            Call call = new Call(db, SITE, ADMIN, Instant.now());
            return site.archives.export(call, "RICH", "xml", true, making.of(call));
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Files.copy(site.home.resolve("exports").resolve(url.substring(url.lastIndexOf('/') + 1)), bytes);
        return bytes.toByteArray();
    }
}
