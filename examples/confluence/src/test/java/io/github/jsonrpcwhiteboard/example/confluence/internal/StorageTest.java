package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;

import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;

class StorageTest {

    @TempDir
    private Path directory;

    @Test
    void dataSurvivesARestart() throws Exception {
        RemotePage stored;
        try (TestSite site = open()) {
            stored = site.service.storePage(TOKEN, page("DS", "Kept", "text"));
        }
        try (TestSite site = open()) {
            RemotePage page = site.service.getPage(TOKEN, stored.getId());
            assertEquals("text", page.getContent());
            assertEquals(stored.getModified(), page.getModified());
            assertTrue(site.service.storePage(TOKEN, page("DS", "Next", "")).getId() > stored.getId());
        }
    }

    @Test
    void theDemonstrationComesOnce() throws Exception {
        try (TestSite site = open()) {
            site.asAdministrator();
            site.service.removeSpace(TOKEN, "DS");
        }
        try (TestSite site = open()) {
            assertEquals(0, site.service.getSpaces(TOKEN).length);
        }
    }

    @Test
    void migrationsRunOnce() throws Exception {
        open().close();
        long migrations = TestSite.count(directory.resolve("db"), "\"flyway_schema_history\"");
        assertTrue(migrations >= 2);
        open().close();
        assertEquals(migrations, TestSite.count(directory.resolve("db"), "\"flyway_schema_history\""));
        assertEquals(1, TestSite.count(directory.resolve("db"), "space"));
    }

    @Test
    void aFailedCallChangesNothing() throws Exception {
        try (TestSite site = open()) {
            assertThrows(IllegalStateException.class, () -> site.database.inTransaction(db -> {
                db.execute("delete from space");
                throw new IllegalStateException();
            }));
            assertEquals(1, site.service.getSpaces(TOKEN).length);
        }
    }

    @Test
    void troubleWithTheDatabaseIsNotTheCallersBusiness() throws Exception {
        TestSite site = open();
        site.close();
        assertThrows(JdbiException.class, () -> site.service.getSpaces(TOKEN), "unchecked: an internal error");
        assertFalse(RemoteException.class.isAssignableFrom(JdbiException.class));
    }

    @Test
    void momentsAreKeptWhenClocksAreSetBack() throws Exception {
        try (TestSite site = open()) {
            for (String moment : new String[] {"2025-10-26T00:30:00.123Z", "2025-10-26T01:30:00.123Z"}) {
                assertEquals(Instant.parse(moment), site.database.<Instant, RuntimeException>inTransaction(db -> {
                    db.execute("set time zone 'Europe/Berlin'");
                    db.createUpdate("update content set created = :now").bind("now", Instant.parse(moment)).execute();
                    return db.createQuery("select created from content limit 1")
                            .map((row, context) -> row.getObject(1, Instant.class)).one();
                }));
            }
        }
    }

    private TestSite open() throws Exception {
        return TestSite.in(directory.resolve("db"));
    }
}
