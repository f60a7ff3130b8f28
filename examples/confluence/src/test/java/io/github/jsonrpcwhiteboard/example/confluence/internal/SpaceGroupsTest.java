package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpace;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpaceGroup;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSpaceSummary;

class SpaceGroupsTest {

    private TestSite site;
    private ConfluenceService service;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        site.asAdministrator();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static RemoteSpaceGroup group(String key, String name) {
        RemoteSpaceGroup group = new RemoteSpaceGroup();
        group.setKey(key);
        group.setName(name);
        return group;
    }

    private RemoteSpace inGroup(String key, String name, String group) throws RemoteException {
        RemoteSpace space = space(key, name);
        space.setSpaceGroup(group);
        return service.addSpace(TOKEN, space);
    }

    @Test
    void anAddedGroupIsReadAndListed() throws Exception {
        RemoteSpaceGroup given = group("PROJ", "Projects");
        given.setLicenseKey("l".repeat(2_000_000));
        given.setCreatorName("somebody else");
        RemoteSpaceGroup added = service.addSpaceGroup(TOKEN, given);
        assertEquals("PROJ Projects admin", added.getKey() + " " + added.getName() + " " + added.getCreatorName());
        assertEquals(given.getLicenseKey(), added.getLicenseKey());
        assertEquals(given.getLicenseKey(), service.getSpaceGroup(TOKEN, "proj").getLicenseKey());
        service.addSpaceGroup(TOKEN, group("A", "areas"));
        service.addSpaceGroup(TOKEN, group("Z", "Zones"));
        assertEquals(List.of("areas", "Projects", "Zones"), names(service.getSpaceGroups(TOKEN)));
    }

    private static List<String> names(RemoteSpaceGroup[] groups) {
        return Stream.of(groups).map(RemoteSpaceGroup::getName).toList();
    }

    @Test
    void licenceKeysAreForAdministrators() throws Exception {
        RemoteSpaceGroup given = group("PROJ", "Projects");
        given.setLicenseKey("secret");
        service.addSpaceGroup(TOKEN, given);
        assertEquals("secret", service.getSpaceGroups(TOKEN)[0].getLicenseKey());
        site.as("bob");
        assertEquals("Projects", service.getSpaceGroup(TOKEN, "PROJ").getName());
        assertNull(service.getSpaceGroup(TOKEN, "PROJ").getLicenseKey());
        assertNull(service.getSpaceGroups(TOKEN)[0].getLicenseKey());
    }

    @Test
    void onlyAdministratorsAddAndRemove() throws Exception {
        service.addSpaceGroup(TOKEN, group("PROJ", "Projects"));
        site.as("bob");
        assertEquals("You're not permitted to add space groups.", assertThrows(NotPermittedException.class,
                () -> service.addSpaceGroup(TOKEN, group("X", "x"))).getMessage());
        assertEquals("You're not permitted to remove space groups.", assertThrows(NotPermittedException.class,
                () -> service.removeSpaceGroup(TOKEN, "PROJ")).getMessage());
        assertEquals(List.of("Projects"), names(service.getSpaceGroups(TOKEN)));
    }

    @Test
    void whatIsGivenIsChecked() throws Exception {
        service.addSpaceGroup(TOKEN, group("PROJ", "Projects"));
        assertEquals("A space group with the key proj already exists.", assertThrows(AlreadyExistsException.class,
                () -> service.addSpaceGroup(TOKEN, group("proj", "Again"))).getMessage());
        assertEquals("The space group is missing.", refused(() -> service.addSpaceGroup(TOKEN, null)));
        assertEquals("The key of the space group is missing.",
                refused(() -> service.addSpaceGroup(TOKEN, group(null, "x"))));
        assertEquals("The key of the space group may have letters A to Z and digits only.",
                refused(() -> service.addSpaceGroup(TOKEN, group("a b", "x"))));
        assertEquals("The name of the space group is empty.",
                refused(() -> service.addSpaceGroup(TOKEN, group("X", " "))));
        for (String method : List.of("get", "remove", "spaces")) {
            assertEquals("There is no space group NO.", refused(() -> call(method, "NO")));
            assertEquals("The key of the space group is missing.", refused(() -> call(method, null)));
        }
        assertEquals("There is no space group NO.", refused(() -> inGroup("S", "Space", "NO")));
        assertEquals("The key of the space group is empty.", refused(() -> inGroup("S", "Space", "")));
    }

    private Object call(String method, String key) throws RemoteException {
        return switch (method) {
            case "get" -> service.getSpaceGroup(TOKEN, key);
            case "remove" -> service.removeSpaceGroup(TOKEN, key);
            default -> service.getSpacesInGroup(TOKEN, key);
        };
    }

    @Test
    void aGroupListsTheSpacesThatTheCallerMayView() throws Exception {
        service.addSpaceGroup(TOKEN, group("PROJ", "Projects"));
        assertEquals("PROJ", inGroup("S1", "second", "proj").getSpaceGroup());
        inGroup("S2", "First", "PROJ");
        RemoteSpace demonstration = service.getSpace(TOKEN, "DS");
        demonstration.setSpaceGroup("Proj");
        assertEquals("PROJ", service.storeSpace(TOKEN, demonstration).getSpaceGroup());
        assertEquals(List.of("Demonstration Space", "First", "second"), spaces());
        site.as("bob");
        assertEquals(List.of("Demonstration Space"), spaces());
    }

    private List<String> spaces() throws RemoteException {
        return Stream.of(service.getSpacesInGroup(TOKEN, "proj")).map(RemoteSpaceSummary::getName).toList();
    }

    @Test
    void aRemovedGroupLeavesItsSpaces() throws Exception {
        service.addSpaceGroup(TOKEN, group("PROJ", "Projects"));
        inGroup("S1", "Space", "PROJ");
        assertTrue(service.removeSpaceGroup(TOKEN, "proj"));
        assertNull(service.getSpace(TOKEN, "S1").getSpaceGroup());
        assertEquals(0, service.getSpaceGroups(TOKEN).length);
        service.addSpaceGroup(TOKEN, group("PROJ", "Again"));
        assertEquals(List.of(), spaces());
    }

    private static String refused(Executable call) {
        return assertThrows(RemoteException.class, call).getMessage();
    }
}
