package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has been answered is there after the power went off, and is found. */
class KillIT {

    private static final int WRITERS = 8;
    private static final int CALLS = 1000;
    private static final int KILLED_AFTER = 400;
    private static final String SPACE = "KILL";

    private final Map<Long, Version> answered = new ConcurrentHashMap<>();
    private final Map<Long, Version> asked = new ConcurrentHashMap<>();
    private final CountDownLatch middle = new CountDownLatch(KILLED_AFTER);

    @TempDir
    private Path data;

    private record Version(int number, String content) {
    }

    @Test
    void nothingThatWasAnsweredIsLost() throws Exception {
        String password = writeUntilKilled();
        try (Wiki wiki = Wiki.start(data, password)) {
            Map<Long, Version> stored = stored(wiki.admin());
            checkPages(stored);
            checkIndex(wiki.admin(), stored);
        }
    }

    @Test
    void aDamagedIndexIsMadeAgain() throws Exception {
        String password = writeUntilKilled();
        damageIndex();
        try (Wiki wiki = Wiki.start(data, password)) {
            checkIndex(wiki.admin(), stored(wiki.admin()));
            assertEquals(1, wiki.log().lines().filter(line -> line.contains("Building the search index anew")).count(),
                    wiki.log());
        }
    }

    /** Returns the administrator's password. */
    private String writeUntilKilled() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (Wiki wiki = Wiki.start(data, null)) {
            WikiClient admin = wiki.admin();
            admin.call("addSpace", Map.of("key", SPACE, "name", "Kill"));
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                all.add(writers.submit(() -> write(admin, writer)));
            }
            middle.await();
            wiki.kill();
            for (Future<Boolean> killed : all) {
                assertTrue(killed.get(), "it was killed in the middle");
            }
            return wiki.adminPassword();
        } finally {
            writers.shutdownNow();
        }
    }

    /** Whether it was killed meanwhile. */
    private boolean write(WikiClient client, int writer) {
        try {
            Long last = null;
            for (int i = 0; i < CALLS / WRITERS; i++) {
                last = i % 3 == 2 ? change(client, last) : create(client, writer + "-" + i);
                middle.countDown();
            }
            return false;
        } catch (UncheckedIOException e) {
            return true;
        }
    }

    private Long create(WikiClient client, String title) {
        String content = "all first" + title.replace("-", "x");
        JsonNode page = client.call("storePage", Map.of("space", SPACE, "title", title, "content", content));
        answered.put(page.get("id").asLong(), new Version(1, content));
        return page.get("id").asLong();
    }

    private Long change(WikiClient client, Long id) {
        String content = answered.get(id).content().replace("first", "second");
        asked.put(id, new Version(2, content));
        JsonNode page = client.call("getPage", id);
        client.call("storePage", Map.of("id", id, "title", page.get("title").asText(), "content", content,
                "version", 1));
        answered.put(id, new Version(2, content));
        return id;
    }

    private static Map<Long, Version> stored(WikiClient client) {
        Map<Long, Version> stored = new HashMap<>();
        for (JsonNode summary : client.call("getPages", SPACE)) {
            if (!"Home".equals(summary.get("title").asText())) {
                JsonNode page = client.call("getPage", summary.get("id").asLong());
                stored.put(page.get("id").asLong(),
                        new Version(page.get("version").asInt(), page.get("content").asText()));
            }
        }
        return stored;
    }

    private void checkPages(Map<Long, Version> stored) {
        answered.forEach((id, version) -> {
            Version found = stored.get(id);
            assertTrue(version.equals(found) || found != null && found.equals(asked.get(id)),
                    () -> id + " was answered as " + version + " and is " + found);
        });
    }

    private static void checkIndex(WikiClient client, Map<Long, Version> stored) {
        assertEquals(new TreeSet<>(stored.keySet()), found(client, "all"));
        stored.forEach((id, version) -> {
            String words = version.content();
            assertEquals(Set.of(id), found(client, words), words);
            if (version.number() > 1) {
                assertEquals(Set.of(), found(client, words.replace("second", "first")), "before " + words);
            }
        });
    }

    private static Set<Long> found(WikiClient client, String words) {
        Set<Long> ids = new TreeSet<>();
        client.call("search", words, Map.of("spaceKey", SPACE, "type", "page"), CALLS)
                .forEach(result -> ids.add(result.get("id").asLong()));
        return ids;
    }

    /** Overwrites a byte in the middle of each file. */
    private void damageIndex() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(data)) {
            files = all.filter(Files::isRegularFile).filter(file -> file.getParent().getParent().endsWith("index"))
                    .filter(file -> !file.endsWith("write.lock")).toList();
        }
        assertTrue(files.size() > 1, files::toString);
        for (Path file : files) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[] {'?'}), channel.size() / 2);
            }
        }
    }
}
