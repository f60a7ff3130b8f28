package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.Pages.NO_PAGE;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.Pages.refused;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.forGroup;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.forUser;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentPermission;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentSummary;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;

/** What a page inherited is not lost with the page above it: "top" has "middle", which has "low". */
class InheritedRestrictionsTest {

    private TestSite site;
    private ConfluenceService service;
    private Pages pages;
    private long top;
    private long middle;
    private long low;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        pages = new Pages(site);
        site.users("ann", "bob", "tom", "eve");
        top = pages.add("DS", "top");
        middle = pages.add(top, "middle");
        low = pages.add(middle, "low");
        site.asAdministrator();
        service.addPermissionToSpace(TOKEN, "SETSPACEPERMISSIONS", "eve", "DS");
        service.addSpaceWithDefaultPermissions(TOKEN, TestSite.space("TO", "to"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void restrict(long id, String type, Object... names) throws RemoteException {
        site.asAdministrator();
        service.setContentPermissions(TOKEN, id, type, Stream.of(names)
                .map(name -> name.toString().startsWith("g-") ? forGroup(name.toString()) : forUser(name.toString()))
                .toArray(RemoteContentPermission[]::new));
    }

    private String named(long id, String type) throws RemoteException {
        site.asAdministrator();
        return Stream.of(service.getContentPermissionSet(TOKEN, id, type).getContentPermissions())
                .map(one -> one.getUserName() == null ? one.getGroupName() : one.getUserName()).toList().toString();
    }

    private String removed(long id, String type) throws RemoteException {
        site.asAdministrator();
        service.removePage(TOKEN, id);
        return named(low, type);
    }

    @Test
    void childrenTakeOverWhatTheyInherited() throws Exception {
        restrict(middle, "View", "ann", "tom");
        restrict(middle, "Edit", "tom");
        long other = pages.add(middle, "other");
        assertEquals("[ann, tom]", removed(middle, "View"));
        assertEquals("[tom]", named(low, "Edit"));
        assertEquals("[ann, tom]", named(other, "View"));
        site.as("bob");
        assertEquals(NO_PAGE, refused(() -> service.getPage(TOKEN, low)));
        site.as("ann");
        assertEquals(top, service.getPage(TOKEN, low).getParentId());
        assertEquals("NotPermittedException: You're not permitted to change that page.",
                refused(() -> pages.edit(low, "low", "ann's")));
    }

    @Test
    void whatIsOpenStaysOpen() throws Exception {
        restrict(top, "View", "ann", "bob");
        restrict(low, "Edit", "ann");
        assertEquals("[]", removed(middle, "View"));
        assertEquals("[ann]", named(low, "Edit"));
        assertEquals("[ann, bob]", removed(top, "View"));
    }

    @Test
    void onlyWhoWasLetThroughByBothStillIs() throws Exception {
        site.group("g-cooks", "ann", "bob");
        site.group("g-waiters", "bob", "eve");
        restrict(middle, "View", "tom", "g-cooks", "eve");
        restrict(low, "View", "tom", "g-waiters", "alice");
        assertEquals("[bob, eve, tom]", removed(middle, "View"));
    }

    @Test
    void aGroupInBothStaysAGroup() throws Exception {
        site.group("g-cooks", "ann", "bob");
        restrict(middle, "View", "g-cooks", "eve");
        restrict(low, "View", "g-cooks", "tom");
        assertEquals("[g-cooks]", removed(middle, "View"));
    }

    @Test
    void whatNobodyCouldViewIsForAdministrators() throws Exception {
        restrict(middle, "View", "tom");
        restrict(low, "View", "ann");
        assertEquals("[confluence-administrators]", removed(middle, "View"));
        for (String name : List.of("ann", "tom", "bob")) {
            site.as(name);
            assertEquals(NO_PAGE, refused(() -> service.getPage(TOKEN, low)));
        }
    }

    @Test
    void whatIsInTheTrashStaysHiddenWhenItsParentFollows() throws Exception {
        restrict(middle, "View", "tom");
        service.removePage(TOKEN, low);
        restrict(middle, "Edit", "tom");
        service.removePage(TOKEN, middle);
        site.as("eve");
        assertEquals("[]", Stream.of(service.getTrashContents(TOKEN, "DS", 0, 10).getContent())
                .map(RemoteContentSummary::getTitle).toList().toString());
        service.emptyTrash(TOKEN, "DS");
    }

    /** Bob may move what he may edit, and so has it open to others, but nothing that he may not view. */
    @Test
    void whatTheMoverMayNotViewStaysClosed() throws Exception {
        restrict(top, "View", "ann", "bob");
        restrict(low, "View", "ann", "eve");
        site.as("bob");
        service.movePageToTopLevel(TOKEN, middle, "DS");
        assertEquals("[]", named(middle, "View"));
        assertEquals("[ann]", named(low, "View"));
    }

    @Test
    void whatTheMoverMayNotEditStaysClosed() throws Exception {
        restrict(top, "Edit", "ann", "bob");
        restrict(low, "Edit", "ann", "eve");
        long other = pages.add("DS", "other");
        long lowest = pages.add(low, "lowest");
        site.as("bob");
        service.movePage(TOKEN, middle, other, "append");
        assertEquals("[ann]", named(low, "Edit"));
        assertEquals("[]", named(lowest, "Edit"));
        assertEquals("[]", named(low, "View"));
    }

    @Test
    void storingAPageBelowAnotherMovesItToo() throws Exception {
        restrict(top, "View", "ann", "bob");
        restrict(low, "View", "ann", "eve");
        long other = pages.add("DS", "other");
        site.as("bob");
        RemotePage page = service.getPage(TOKEN, middle);
        page.setParentId(other);
        service.storePage(TOKEN, page);
        assertEquals("[ann]", named(low, "View"));
    }

    @Test
    void whoMayViewAndEditAllDecides() throws Exception {
        restrict(top, "View", "ann", "bob");
        restrict(low, "View", "ann", "bob", "eve");
        site.as("bob");
        service.movePageToTopLevel(TOKEN, middle, "DS");
        assertEquals("[ann, bob, eve]", named(low, "View"));
    }

    @Test
    void whatStaysInTheSpaceKeepsWhatItInherited() throws Exception {
        restrict(top, "View", "ann", "bob");
        restrict(middle, "Edit", "ann", "bob");
        restrict(low, "View", "ann", "eve");
        long removed = pages.add(middle, "removed");
        service.removePage(TOKEN, removed);
        site.as("bob");
        service.movePageToTopLevel(TOKEN, top, "TO");
        assertEquals("[ann]", named(low, "View"));
        assertEquals("[ann, bob]", named(low, "Edit"));
        assertEquals("DS", service.getPage(TOKEN, low).getSpace());
        site.as("eve");
        assertEquals("[]", Stream.of(service.getTrashContents(TOKEN, "DS", 0, 10).getContent())
                .map(RemoteContentSummary::getTitle).toList().toString());
    }

    @Test
    void aNewPageIsInheritedFromAsItIs() throws Exception {
        restrict(middle, "View", "ann");
        RemotePage page = page("DS", "new", "");
        page.setParentId(middle);
        site.as("ann");
        long id = service.storePage(TOKEN, page).getId();
        assertEquals("[]", named(id, "View"));
        site.as("bob");
        assertEquals(NO_PAGE, refused(() -> service.getPage(TOKEN, id)));
    }
}
