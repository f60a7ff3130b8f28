package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Date;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteUser;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteUserInformation;
import io.github.jsonrpcwhiteboard.example.confluence.api.VersionMismatchException;

/** What users tell of themselves. */
class ProfilesTest {

    private static final String PNG = "\u0089PNG\r\n\u001a\n and more";

    private TestSite site;
    private ConfluenceService service;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        site.users("bob", "carol");
        site.asAdministrator();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static void notPermitted(Executable call) {
        assertEquals("You're not permitted to view the profiles of users.",
                assertThrows(NotPermittedException.class, call).getMessage());
    }

    private static String refusal(Executable call) {
        return assertThrows(RemoteException.class, call).getMessage();
    }

    @Test
    void usersAndAdministratorsChangeAProfile() throws Exception {
        site.as("bob");
        RemoteUser profile = user("BOB");
        profile.setFullname("Robert");
        assertTrue(service.editUser(TOKEN, profile));
        site.asAdministrator();
        profile.setFullname(null);
        profile.setEmail("bob@example.org");
        assertTrue(service.editUser(TOKEN, profile));
        assertEquals("Robert", service.getUserByName(TOKEN, "bob").getFullname());
        assertEquals("bob@example.org", service.getUserByName(TOKEN, "bob").getEmail());
        assertEquals("bob", service.getUserByName(TOKEN, "bob").getName());
        profile.setEmail("");
        service.editUser(TOKEN, profile);
        assertEquals("", service.getUserByName(TOKEN, "bob").getEmail());
        profile.setFullname(" ");
        assertEquals("The full name of the user is empty.", refusal(() -> service.editUser(TOKEN, profile)));
        assertEquals("The user is missing.", refusal(() -> service.editUser(TOKEN, null)));
    }


    @Test
    void informationHasVersions() throws Exception {
        site.as("bob");
        RemoteUserInformation before = service.getUserInformation(TOKEN, "bob");
        assertEquals("", before.getContent());
        assertEquals(1, before.getVersion());
        assertEquals("bob", before.getCreatorName());
        before.setContent("<p>I am Bob.</p>");
        Date start = new Date();
        assertTrue(service.setUserInformation(TOKEN, before));
        assertInstanceOf(VersionMismatchException.class,
                assertThrows(RemoteException.class, () -> service.setUserInformation(TOKEN, before)));
        site.asAdministrator();
        RemoteUserInformation after = service.getUserInformation(TOKEN, "Bob");
        assertEquals("<p>I am Bob.</p>", after.getContent());
        assertEquals(2, after.getVersion());
        assertEquals("bob", after.getLastModifierName());
        assertFalse(after.getLastModificationDate().before(start));
        assertEquals(before.getCreationDate(), after.getCreationDate());
        assertTrue(service.setUserInformation(TOKEN, information("bob", "shorter", 2)));
        assertEquals("admin", service.getUserInformation(TOKEN, "bob").getLastModifierName());
    }


    @Test
    void informationIsChecked() throws Exception {
        assertEquals("The information is missing.", refusal(() -> service.setUserInformation(TOKEN, null)));
        assertEquals("The name of the user is missing.",
                refusal(() -> service.setUserInformation(TOKEN, information(null, "x", 1))));
        assertEquals("The content of the information is missing.",
                refusal(() -> service.setUserInformation(TOKEN, information("bob", null, 1))));
        RemoteUserInformation other = information("bob", "x", 1);
        other.setId(service.getUserInformation(TOKEN, "carol").getId());
        assertEquals("The id is not that of the information about bob.",
                refusal(() -> service.setUserInformation(TOKEN, other)));
    }

    private static RemoteUserInformation information(String user, String content, int version) {
        RemoteUserInformation information = new RemoteUserInformation();
        information.setUsername(user);
        information.setContent(content);
        information.setVersion(version);
        return information;
    }


    @Test
    void aPictureIsKept() throws Exception {
        site.as("bob");
        assertTrue(service.addProfilePicture(TOKEN, "Bob", "me.png", "image/PNG", bytes(PNG)));
        assertEquals(1, site.count("select count(*) from user_account where name = 'bob' and picture_type = 'image/png'"
                + " and picture_name = 'me.png' and octet_length(picture) = " + PNG.length()));
        assertTrue(service.addProfilePicture(TOKEN, "bob", "me.jpg", "image/jpeg", bytes("\u00ff\u00d8\u00ff\u00e0")));
        assertTrue(service.addProfilePicture(TOKEN, "bob", "me.gif", "image/gif", bytes("GIF89a more")));
        assertTrue(service.addProfilePicture(TOKEN, "bob", "me.gif", "image/gif", bytes("GIF87a more")));
    }


    @Test
    void aPictureIsWhatItSays() {
        assertEquals("The type of the picture is none of image/png, image/jpeg, image/gif.",
                picture("a.svg", "image/svg+xml", "<svg/>"));
        assertEquals("The type of the picture is missing.", picture("a.png", null, PNG));
        assertEquals("The data of the picture is not image/png.", picture("a.png", "image/png", "GIF89a more"));
        assertEquals("The data of the picture is not image/gif.", picture("a.gif", "image/gif", "<script>"));
        assertEquals("The data of the picture is not image/gif.", picture("a.gif", "image/gif", ""));
        assertEquals("The data of the picture is missing.", picture("a.png", "image/png", null));
        assertEquals("The name of the file is empty.", picture("", "image/png", PNG));
        assertEquals("The name of the file is missing.", picture(null, "image/png", PNG));
        assertEquals("The picture has more than 1000 bytes.", picture("a.png", "image/png", PNG + "x".repeat(1000)));
    }

    private String picture(String name, String type, String data) {
        return refusal(() -> service.addProfilePicture(TOKEN, "bob", name, type, data == null ? null : bytes(data)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void profilesOfOthersNeedAPermission() throws Exception {
        String key = service.getUserByName(TOKEN, "bob").getKey();
        site.as("bob");
        assertEquals("carol", service.getUserByName(TOKEN, "carol").getName());
        assertFalse(service.hasUser(TOKEN, "nobody"));
        site.sql("delete from global_permission where permission = 'VIEWUSERPROFILES'");
        notPermitted(() -> service.getUserByName(TOKEN, "carol"));
        notPermitted(() -> service.getUserByName(TOKEN, "nobody"));
        notPermitted(() -> service.getUserByKey(TOKEN, "nobody's"));
        notPermitted(() -> service.getUserInformation(TOKEN, "carol"));
        notPermitted(() -> service.hasUser(TOKEN, "nobody"));
        notPermitted(() -> service.isActiveUser(TOKEN, "carol"));
        notPermitted(() -> service.getActiveUsers(TOKEN, true));
        assertEquals("bob", service.getUserByName(TOKEN, "bob").getName());
        assertEquals("bob", service.getUserByKey(TOKEN, key).getName());
        assertEquals("bob", service.getUserInformation(TOKEN, "BOB").getUsername());
        assertTrue(service.hasUser(TOKEN, "bob"));
        site.asAdministrator();
        assertEquals("carol", service.getUserByName(TOKEN, "carol").getName());
    }
}
