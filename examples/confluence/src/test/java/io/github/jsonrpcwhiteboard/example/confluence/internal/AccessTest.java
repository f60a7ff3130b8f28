package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpaceSummary;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.Access;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Caller;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpaceTable;

/** Lists and single looks must decide alike, and as the rules say. */
class AccessTest {

    private static final int PAGES = 80;
    private static final long FIRST_PAGE = 100_000;
    private static final List<String> USERS = List.of("u0", "u1", "u2");
    private static final List<String> GROUPS = List.of("g0", "g1");
    private static final List<Caller> CALLERS = List.of(Caller.ANONYMOUS, caller("u0"), caller("u1", "g0"),
            caller("u2", "g0", "g1"), caller("U0", "G1"), caller("admin", Caller.ADMINISTRATORS));

    private TestSite site;

    private static Caller caller(String name, String... groups) {
        return Caller.of(name, Set.of(groups), false);
    }

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        site.users(USERS.toArray(new String[0]));
        for (String group : GROUPS) {
            site.group(group);
        }
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void allPagesAtOnceAndOneByOne(long seed) throws Exception {
        Random random = new Random(seed);
        site.asAdministrator();
        site.service.addSpace(TOKEN, space("T", "Tree"));
        site.sql("insert into space_permission (space_key, permission) values ('T', 'VIEWSPACE')");
        Map<Long, Long> parents = tree(random);
        Map<Long, Set<String>> named = names(random);
        int hidden = 0;
        for (Caller caller : CALLERS) {
            Set<Long> expected = parents.keySet().stream().filter(page -> passes(caller, page, parents, named))
                    .collect(Collectors.toCollection(TreeSet::new));
            hidden += PAGES - expected.size();
            decided(caller, access -> {
                Set<Long> single = parents.keySet().stream().filter(page -> access.canView("T", page))
                        .collect(Collectors.toCollection(TreeSet::new));
                Set<Long> bulk = new TreeSet<>(access.visible("T", parents.keySet(), Long::longValue));
                assertEquals(expected, single, () -> "one by one, seed " + seed + ", " + caller);
                assertEquals(expected, bulk, () -> "at once, seed " + seed + ", " + caller);
            });
        }
        assertTrue(hidden > PAGES / 2, "something is hidden");
    }

    /** Pages and what is above them, 0 if nothing is; half of them in long chains. */
    private Map<Long, Long> tree(Random random) {
        Map<Long, Long> parents = new HashMap<>();
        for (long page = FIRST_PAGE; page < FIRST_PAGE + PAGES; page++) {
            long above = random.nextInt(8) == 0 || page == FIRST_PAGE ? 0
                    : random.nextBoolean() ? page - 1 : FIRST_PAGE + random.nextInt((int) (page - FIRST_PAGE));
            parents.put(page, above);
            site.sql("insert into content (id, content_type, space_key, parent, title, body, created, modified)"
                    + " values (?, 'page', 'T', nullif(?, 0), ?, '', current_timestamp, current_timestamp)",
                    page, above, "Page " + page);
        }
        return parents;
    }

    /** Who is named by which page; sometimes one who has gone. */
    private Map<Long, Set<String>> names(Random random) {
        Map<Long, Set<String>> named = new HashMap<>();
        for (int i = 0; i < PAGES / 4; i++) {
            long page = FIRST_PAGE + random.nextInt(PAGES);
            String user = random.nextBoolean() ? USERS.get(random.nextInt(USERS.size())) : null;
            String group = user == null && random.nextInt(4) > 0 ? GROUPS.get(random.nextInt(GROUPS.size())) : null;
            site.sql("insert into content_permission values (?, 'View', ?, ?)", page, user, group);
            site.sql("insert into content_permission values (?, 'Edit', 'u0', null)",
                    FIRST_PAGE + random.nextInt(PAGES));
            named.computeIfAbsent(page, p -> new TreeSet<>()).add(user + "/" + group);
        }
        return named;
    }

    /** The rule, without a database. */
    private static boolean passes(Caller caller, long page, Map<Long, Long> parents, Map<Long, Set<String>> named) {
        if (caller.groups().contains(Caller.ADMINISTRATORS)) {
            return true;
        }
        Set<String> holders = Stream.concat(Stream.of(caller.name() + "/null"),
                caller.groups().stream().map(group -> "null/" + group)).map(String::toLowerCase)
                .filter(holder -> !holder.equals("null/null")).collect(Collectors.toSet());
        for (long at = page; at != 0; at = parents.get(at)) {
            Set<String> names = named.getOrDefault(at, Set.of());
            if (!names.isEmpty() && names.stream().noneMatch(holders::contains)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void allSpacesAtOnceAndOneByOne() throws Exception {
        site.asAdministrator();
        List<String> keys = new ArrayList<>();
        for (String holds : List.of("VIEWSPACE', 'u0', null", "VIEWSPACE', 'u1', null", "VIEWSPACE', null, 'g0'",
                "VIEWSPACE', null, 'g1'", "VIEWSPACE', null, null", "EDITSPACE', null, null")) {
            String key = "K" + keys.size();
            keys.add(key);
            site.service.addSpace(TOKEN, space(key, key));
            site.sql("insert into space_permission values ('" + key + "', '" + holds + ")");
        }
        Map<Caller, String> expected = Map.of(CALLERS.get(0), "[K4]", CALLERS.get(1), "[K0, K4]",
                CALLERS.get(2), "[K1, K2, K4]", CALLERS.get(3), "[K2, K3, K4]", CALLERS.get(4), "[K0, K3, K4]",
                CALLERS.get(5), keys.toString());
        for (Caller caller : CALLERS) {
            decided(caller, access -> {
                assertEquals(expected.get(caller), keys.stream().filter(access::canView).toList().toString());
                assertEquals(expected.get(caller), spaces().stream().filter(access.viewableSpaces())
                        .map(RemoteSpaceSummary::getKey).filter(keys::contains).toList().toString());
            });
        }
    }

    private List<RemoteSpaceSummary> spaces() {
        return site.database.inTransaction(db -> new SpaceTable(call(db, Caller.ANONYMOUS)).all());
    }

    /** A caller's groups may be spelt otherwise than they are written, in any script. */
    @Test
    void groupsAreComparedWithoutCase() throws Exception {
        site.group("\u0130stanbul", "ann");
        site.sql("insert into space_permission values ('ds', 'VIEWSPACE', null, '\u0130stanbul')");
        site.sql("delete from space_permission where group_name = 'confluence-users'");
        site.as("ann");
        assertEquals("DS", site.service.getSpace(TOKEN, "DS").getKey());
        decided(caller("x", "\u0130STANBUL"), access -> assertTrue(access.canView("DS")));
        decided(caller("x", "stanbul"), access -> assertFalse(access.canView("DS")));
    }

    private interface Decision {

        void in(Access access) throws Exception;
    }

    private void decided(Caller caller, Decision decision) throws Exception {
        site.database.<Void, Exception>inTransaction(db -> {
            decision.in(new Access(call(db, caller)));
            return null;
        });
    }

    private Call call(Handle db, Caller caller) {
        return new Call(db, site.site, caller, Instant.now());
    }
}
