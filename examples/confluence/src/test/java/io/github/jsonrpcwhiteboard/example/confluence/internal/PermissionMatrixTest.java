package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.forGroup;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.forUser;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentPermission;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;

/** Who may view (v) and edit (e) a page whose own permissions, or those of the pages above it, name somebody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionMatrixTest {

    private TestSite site;
    private ConfluenceService service;
    private Map<String, Long> pages;

    @BeforeAll
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        site.group("writers", "member");
        site.users("named", "other", "spaceadmin");
        site.asAdministrator();
        service.setEnableAnonymousAccess(TOKEN, true);
        service.addSpace(TOKEN, space("M", "Matrix"));
        service.addAnonymousPermissionsToSpace(TOKEN, new String[] {"VIEWSPACE", "EDITSPACE"}, "M");
        service.addPermissionsToSpace(TOKEN, service.getSpaceLevelPermissions(TOKEN), "spaceadmin", "M");
        long grandparent = add("Grandparent", 0);
        long parent = add("Parent", grandparent);
        pages = Map.of("grandparent", grandparent, "parent", parent, "page", add("Page", parent),
                "sibling", add("Sibling", parent));
        add("Child", pages.get("page"));
    }

    private long add(String title, long parent) throws RemoteException {
        RemotePage page = page("M", title, "");
        page.setParentId(parent);
        return service.storePage(TOKEN, page).getId();
    }

    @AfterAll
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            View names       | Edit names          | named | member | other | nobody | spaceadmin | admin
            -                | -                   |  ve   |  ve    |  ve   |  ve    |  ve        |  ve
            page: named      | -                   |  ve   |  --    |  --   |  --    |  --        |  ve
            page: writers    | -                   |  --   |  ve    |  --   |  --    |  --        |  ve
            parent: named    | -                   |  ve   |  --    |  --   |  --    |  --        |  ve
            parent: writers  | -                   |  --   |  ve    |  --   |  --    |  --        |  ve
            grandparent: named | -                 |  ve   |  --    |  --   |  --    |  --        |  ve
            grandparent: writers | -               |  --   |  ve    |  --   |  --    |  --        |  ve
            -                | page: named         |  ve   |  v-    |  v-   |  v-    |  v-        |  ve
            -                | page: writers       |  v-   |  ve    |  v-   |  v-    |  v-        |  ve
            -                | parent: named       |  ve   |  v-    |  v-   |  v-    |  v-        |  ve
            -                | parent: writers     |  v-   |  ve    |  v-   |  v-    |  v-        |  ve
            -                | grandparent: named  |  ve   |  v-    |  v-   |  v-    |  v-        |  ve
            -                | grandparent: writers | v-   |  ve    |  v-   |  v-    |  v-        |  ve
            page: named      | page: named         |  ve   |  --    |  --   |  --    |  --        |  ve
            page: named      | page: writers       |  v-   |  --    |  --   |  --    |  --        |  ve
            page: writers    | parent: named       |  --   |  v-    |  --   |  --    |  --        |  ve
            parent: writers  | page: writers       |  --   |  ve    |  --   |  --    |  --        |  ve
            page: named writers | page: named      |  ve   |  v-    |  --   |  --    |  --        |  ve
            page: NAMED      | page: Writers       |  v-   |  --    |  --   |  --    |  --        |  ve
            page: named, parent: writers | -       |  --   |  --    |  --   |  --    |  --        |  ve
            page: named, parent: named writers | - |  ve   |  --    |  --   |  --    |  --        |  ve
            sibling: named   | sibling: named      |  ve   |  ve    |  ve   |  ve    |  ve        |  ve
            page: confluence-users | -             |  ve   |  ve    |  ve   |  --    |  ve        |  ve
            """)
    void whoMayDoWhat(String view, String edit, String named, String member, String other, String nobody,
            String spaceadmin, String admin) throws Exception {
        site.asAdministrator();
        for (long page : pages.values()) {
            service.setContentPermissions(TOKEN, page, "View", new RemoteContentPermission[0]);
            service.setContentPermissions(TOKEN, page, "Edit", new RemoteContentPermission[0]);
        }
        set("View", view);
        set("Edit", edit);
        assertAll(
                () -> assertEquals(named, seenBy("named"), "named"),
                () -> assertEquals(member, seenBy("member"), "member"),
                () -> assertEquals(other, seenBy("other"), "other"),
                () -> assertEquals(nobody, seenBy(null), "nobody"),
                () -> assertEquals(spaceadmin, seenBy("spaceadmin"), "spaceadmin"),
                () -> assertEquals(admin, seenBy("admin"), "admin"));
    }

    private void set(String type, String rules) throws RemoteException {
        if (rules.equals("-")) {
            return;
        }
        for (String rule : rules.split(", ")) {
            String[] names = rule.substring(rule.indexOf(':') + 2).split(" ");
            RemoteContentPermission[] permissions = new RemoteContentPermission[names.length];
            for (int i = 0; i < names.length; i++) {
                permissions[i] = names[i].equalsIgnoreCase("named") ? forUser(names[i]) : forGroup(names[i]);
            }
            service.setContentPermissions(TOKEN, pages.get(rule.substring(0, rule.indexOf(':'))), type, permissions);
        }
    }

    /** What somebody may do with the page; with the page below it, it must be the same. */
    private String seenBy(String user) {
        if ("admin".equals(user)) {
            site.asAdministrator();
        } else {
            site.as(user);
        }
        String allowed = allowed("Page");
        assertEquals(allowed, allowed("Child"), "below the page, for " + user);
        return allowed;
    }

    private String allowed(String title) {
        try {
            RemotePage page = service.getPage(TOKEN, "M", title);
            try {
                service.storePage(TOKEN, page);
                return "ve";
            } catch (RemoteException e) {
                assertEquals("You're not permitted to change that page.", e.getMessage());
                return "v-";
            }
        } catch (RemoteException e) {
            assertEquals("You're not allowed to view that page, or it does not exist.", e.getMessage());
            return "--";
        }
    }
}
