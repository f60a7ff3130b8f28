package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class UsersIT {

    private static final String NOBODY = "RemoteException: There is no user nobody.";

    private final Wiki wiki;
    private final WikiClient admin;
    private final WikiClient ann;
    private final WikiClient bob;

    UsersIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
        this.bob = wiki.user("bob");
    }

    /** A new user of this test, whose password is "pear". */
    private WikiClient added() {
        String name = Wiki.unique("user");
        admin.call("addUser", Map.of("name", name, "fullname", "Full Name", "email", "x@example.org"), "pear");
        return new WikiClient(wiki, name, "pear");
    }

    /** The id of a new page of a user's. */
    private long store(WikiClient user) {
        Map<String, Object> page = Map.of("space", wiki.space(), "title", "Page", "content", "");
        return user.call("storePage", page).get("id").asLong();
    }

    private static String notPermitted(String what) {
        return "NotPermittedException: You're not permitted to " + what + ".";
    }

    @Test
    void addUserIsForAdministrators() {
        String name = Wiki.unique("user");
        assertTrue(admin.call("addUser", Map.of("name", name), "pear", true).isNull());
        assertEquals(name, new WikiClient(wiki, name, "pear").call("getUserByName", name).get("fullname").asText());
        assertEquals("AlreadyExistsException: A user with the name " + name + " already exists.",
                admin.refused("addUser", Map.of("name", name), "pear"));
        assertEquals(notPermitted("add users"), ann.refused("addUser", Map.of("name", "eve"), "pear"));
        assertEquals(notPermitted("add users"), ann.refused("addUser", Map.of("name", "eve"), "pear", false));
        assertEquals("RemoteException: The password is empty.", admin.refused("addUser", Map.of("name", "eve"), ""));
        assertTrue(admin.refused("addUser", Map.of("name", "e:ve"), "pear")
                .startsWith("RemoteException: The name of the user may have no white space"));
    }

    @Test
    void getUserByNameAndKey() {
        WikiClient carol = added();
        JsonNode found = ann.call("getUserByName", carol.name().toUpperCase());
        assertEquals(carol.name(), found.get("name").asText());
        assertEquals("Full Name", found.get("fullname").asText());
        assertEquals("x@example.org", found.get("email").asText());
        assertTrue(found.get("url").asText().endsWith("/display/%7E" + carol.name()));
        assertEquals(found, ann.call("getUserByKey", found.get("key").asText()));
        assertEquals(NOBODY, ann.refused("getUserByName", "nobody"));
        assertEquals("RemoteException: There is no user with the key none.", ann.refused("getUserByKey", "none"));
    }

    @Test
    void hasUserTellsWhoIsThere() {
        assertTrue(ann.call("hasUser", "BOB").asBoolean());
        assertEquals(false, ann.call("hasUser", "nobody").asBoolean());
        assertEquals("RemoteException: The name of the user is missing.", ann.refused("hasUser", (Object) null));
    }

    @Test
    void removeUserIsForAdministrators() {
        WikiClient carol = added();
        long page = store(carol);
        assertEquals(notPermitted("remove users"), ann.refused("removeUser", carol.name()));
        assertTrue(admin.call("removeUser", carol.name()).asBoolean());
        assertEquals(401, carol.status("getSpaces"));
        assertEquals(false, admin.call("hasUser", carol.name()).asBoolean());
        assertEquals(carol.name(), admin.call("getPage", page).get("creator").asText());
        assertEquals("RemoteException: There is no user " + carol.name() + ".",
                admin.refused("removeUser", carol.name()));
        assertEquals(notPermitted("remove yourself"), admin.refused("removeUser", "admin"));
    }

    @Test
    void editUserIsForTheUserAndAdministrators() {
        WikiClient carol = added();
        assertTrue(carol.call("editUser", Map.of("name", carol.name(), "fullname", "Carol")).asBoolean());
        assertTrue(admin.call("editUser", Map.of("name", carol.name(), "email", "")).asBoolean());
        JsonNode edited = ann.call("getUserByName", carol.name());
        assertEquals("Carol", edited.get("fullname").asText());
        assertEquals("", edited.get("email").asText());
        assertEquals(notPermitted("change the profile of another user"),
                ann.refused("editUser", Map.of("name", carol.name(), "fullname", "Eve")));
    }

    @Test
    void deactivateUserAndBack() {
        WikiClient carol = added();
        assertTrue(ann.call("isActiveUser", carol.name()).asBoolean());
        assertTrue(ann.call("getActiveUsers", true).toString().contains('"' + carol.name() + '"'));
        assertEquals(notPermitted("deactivate users"), ann.refused("deactivateUser", carol.name()));
        assertTrue(admin.call("deactivateUser", carol.name()).asBoolean());
        assertEquals(false, admin.call("deactivateUser", carol.name()).asBoolean(), "no change");
        assertEquals(false, ann.call("isActiveUser", carol.name()).asBoolean());
        assertEquals(false, ann.call("getActiveUsers", true).toString().contains('"' + carol.name() + '"'));
        assertEquals(notPermitted("reactivate users"), ann.refused("reactivateUser", carol.name()));
        assertTrue(admin.call("reactivateUser", carol.name()).asBoolean());
        assertTrue(ann.call("getActiveUsers", false).toString().contains('"' + carol.name() + '"'));
        assertEquals(NOBODY, ann.refused("isActiveUser", "nobody"));
        assertEquals(notPermitted("deactivate yourself"), admin.refused("deactivateUser", "Admin"));
    }

    @Test
    void userInformationHasVersions() {
        WikiClient carol = added();
        ObjectNode information = (ObjectNode) ann.call("getUserInformation", carol.name());
        assertEquals("", information.get("content").asText());
        assertEquals("admin", information.get("creatorName").asText());
        assertTrue(information.get("creationDate").isNumber());
        information.put("content", "<p>I am Carol.</p>");
        assertEquals(notPermitted("change the profile of another user"),
                ann.refused("setUserInformation", information));
        assertTrue(carol.call("setUserInformation", information).asBoolean());
        assertEquals("VersionMismatchException: You're trying to edit an outdated version of that information.",
                carol.refused("setUserInformation", information));
        JsonNode changed = bob.call("getUserInformation", carol.name());
        assertEquals("<p>I am Carol.</p>", changed.get("content").asText());
        assertEquals(2, changed.get("version").asInt());
        assertEquals(carol.name(), changed.get("lastModifierName").asText());
        assertEquals(NOBODY, ann.refused("getUserInformation", "nobody"));
    }

    @Test
    void addProfilePictureTakesPictures() {
        WikiClient carol = added();
        String png = base64("\u0089PNG\r\n\u001a\n...");
        assertTrue(carol.call("addProfilePicture", carol.name(), "me.png", "image/png", png).asBoolean());
        String gif = base64("GIF89a...");
        assertTrue(admin.call("addProfilePicture", carol.name(), "me.gif", "image/gif", gif).asBoolean());
        assertEquals(notPermitted("change the profile of another user"),
                ann.refused("addProfilePicture", carol.name(), "me.png", "image/png", png));
        assertEquals("RemoteException: The data of the picture is not image/jpeg.",
                carol.refused("addProfilePicture", carol.name(), "me.jpg", "image/jpeg", png));
        assertEquals("RemoteException: The type of the picture is none of image/png, image/jpeg, image/gif.",
                carol.refused("addProfilePicture", carol.name(), "me.html", "text/html", base64("<script>")));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void renameUserIsForAdministrators() {
        WikiClient carol = added();
        long page = store(carol);
        String name = Wiki.unique("renamed");
        assertEquals(notPermitted("rename users"), carol.refused("renameUser", carol.name(), name));
        String key = ann.call("getUserByName", carol.name()).get("key").asText();
        assertTrue(admin.call("renameUser", carol.name(), name).asBoolean());
        assertEquals(name, ann.call("getUserByKey", key).get("name").asText());
        assertEquals(name, ann.call("getPage", page).get("creator").asText());
        assertEquals(401, carol.status("getSpaces"));
        assertEquals(200, new WikiClient(wiki, name, "pear").status("getSpaces"));
        assertEquals("AlreadyExistsException: A user with the name ann already exists.",
                admin.refused("renameUser", name, "ann"));
        assertEquals("RemoteException: The user admin is the host's, and so is the name.",
                admin.refused("renameUser", "admin", "root"));
    }

    @Test
    void renameUsersTellsWhoWasNot() {
        WikiClient carol = added();
        String name = Wiki.unique("renamed");
        Map<String, String> names = new LinkedHashMap<>();
        names.put("nobody", "somebody");
        names.put(carol.name(), name);
        names.put(name, "ann");
        assertEquals(notPermitted("rename users"), ann.refused("renameUsers", names));
        assertEquals("[\"nobody\",\"" + name + "\"]", admin.call("renameUsers", names).toString());
        assertTrue(ann.call("hasUser", name).asBoolean());
    }

    @Test
    void passwordsAreChangedByUserAndAdministrators() {
        WikiClient carol = added();
        assertEquals("NotPermittedException: The old password is wrong.",
                carol.refused("changeMyPassword", "apple", "plum"));
        assertTrue(carol.call("changeMyPassword", "pear", "plum").asBoolean());
        assertEquals(401, carol.status("getSpaces"));
        assertEquals(notPermitted("change the passwords of users"),
                carol.with("plum").refused("changeUserPassword", carol.name(), "cherry"));
        assertTrue(admin.call("changeUserPassword", carol.name(), "p\u00e4r \u20ac \ud83d\ude00:").asBoolean());
        assertEquals(401, carol.with("plum").status("getSpaces"));
        assertEquals(200, carol.with("p\u00e4r \u20ac \ud83d\ude00:").status("getSpaces"));
    }

    @Test
    void thePasswordOfTheHostsAdministratorIsTheHosts() {
        List<Object[]> calls = List.of(new Object[] {"changeMyPassword", wiki.adminPassword(), "new"},
                new Object[] {"changeUserPassword", "admin", "new"});
        for (Object[] call : calls) {
            assertEquals("RemoteException: The user admin is the host's, and so is the password.",
                    admin.refused((String) call[0], call[1], call[2]));
        }
        assertEquals(200, admin.status("getSpaces"));
    }
}
