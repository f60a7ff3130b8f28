package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpaceSummary;

class SpacesTest {

    private TestSite site;
    private ConfluenceService service;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theDemonstrationSpaceIsThere() throws Exception {
        RemoteSpace space = service.getSpace(TOKEN, "DS");
        assertEquals("Demonstration Space", space.getName());
        assertEquals("global", space.getType());
        assertEquals("http://wiki/display/DS", space.getUrl());
        RemotePage home = service.getPage(TOKEN, space.getHomePage());
        assertEquals("DS", home.getSpace());
        assertTrue(home.isHomePage());
        assertEquals("admin", home.getCreator());
        assertEquals(4, service.getPages(TOKEN, "DS").length);
    }

    @Test
    void anAddedSpaceIsReadAndListed() throws Exception {
        RemoteSpace given = space("NEW", "A new space");
        given.setDescription("What it is for");
        RemoteSpace added = service.addSpace(TOKEN, given);
        assertEquals("NEW", added.getKey());
        assertEquals("What it is for", added.getDescription());
        RemotePage home = service.getPage(TOKEN, added.getHomePage());
        assertEquals("Home", home.getTitle());
        assertEquals("alice", home.getCreator());
        assertEquals(List.of("A new space", "Demonstration Space"),
                Stream.of(service.getSpaces(TOKEN)).map(RemoteSpaceSummary::getName).toList());
        assertEquals("A new space", service.getSpace(TOKEN, "new").getName(), "keys are compared without case");
    }

    @Test
    void aKeyIsTakenOnce() throws Exception {
        AlreadyExistsException e = assertThrows(AlreadyExistsException.class,
                () -> service.addSpace(TOKEN, space("ds", "Another")));
        assertEquals("A space with the key ds already exists.", e.getMessage());
        assertEquals("Demonstration Space", service.getSpace(TOKEN, "DS").getName());
    }

    @Test
    void aSpaceNeedsKeyAndName() {
        assertEquals("The space is missing.", refused(null));
        assertEquals("The key of the space is missing.", refused(space(null, "x")));
        assertEquals("The key of the space is empty.", refused(space(" ", "x")));
        assertEquals("The key of the space may have letters A to Z and digits only.", refused(space("a/b", "x")));
        assertEquals("The key of the space is longer than 255 characters.", refused(space("k".repeat(256), "x")));
        assertEquals("The name of the space is missing.", refused(space("X", null)));
        assertEquals("The name of the space is longer than 255 characters.", refused(space("X", "n".repeat(256))));
    }

    private String refused(RemoteSpace space) {
        return assertThrows(RemoteException.class, () -> service.addSpace(TOKEN, space)).getMessage();
    }

    @Test
    void whatIsNotStoredKeepsItsValue() throws Exception {
        site.asAdministrator();
        RemoteSpace before = service.getSpace(TOKEN, "DS");
        RemoteSpace after = service.storeSpace(TOKEN, space("DS", "Renamed"));
        assertEquals("Renamed", after.getName());
        assertEquals(before.getDescription(), after.getDescription());
        assertEquals(before.getHomePage(), after.getHomePage());
    }

    @Test
    void theHomePageIsAPageOfTheSpace() throws Exception {
        site.asAdministrator();
        RemoteSpace space = service.getSpace(TOKEN, "DS");
        long other = service.getPage(TOKEN, "DS", "Read a page").getId();
        space.setHomePage(other);
        assertEquals(other, service.storeSpace(TOKEN, space).getHomePage());
        assertTrue(service.getPage(TOKEN, other).isHomePage());
        space.setHomePage(service.addSpace(TOKEN, space("X", "x")).getHomePage());
        assertThrows(RemoteException.class, () -> service.storeSpace(TOKEN, space));
    }

    @Test
    void aRemovedSpaceTakesItsPagesAlong() throws Exception {
        service.addSpace(TOKEN, space("X", "x"));
        long page = service.storePage(TOKEN, page("X", "Title", "text")).getId();
        assertEquals(Boolean.TRUE, service.removeSpace(TOKEN, "x"));
        assertThrows(RemoteException.class, () -> service.getPage(TOKEN, page));
        assertMissing(() -> service.getSpace(TOKEN, "X"));
        assertEquals(1, service.getPages(TOKEN, service.addSpace(TOKEN, space("X", "again")).getKey()).length);
    }

    @Test
    void aMissingSpaceIsToldInTheSameWordsEverywhere() {
        assertMissing(() -> service.getSpace(TOKEN, null));
        assertMissing(() -> service.getPages(TOKEN, "NO"));
        assertMissing(() -> service.removeSpace(TOKEN, "NO"));
        assertMissing(() -> service.storeSpace(TOKEN, space("NO", "x")));
    }

    private static void assertMissing(Executable call) {
        assertEquals("You're not allowed to view that space, or it does not exist.",
                assertThrows(RemoteException.class, call).getMessage());
    }
}
