package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class GroupsIT {

    private static final String NOT_PERMITTED = "NotPermittedException: You're not permitted to change groups.";

    private final Wiki wiki;
    private final WikiClient admin;
    private final WikiClient ann;
    private final String group = Wiki.unique("group ");

    GroupsIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
    }

    @Test
    void groupsComeAndGo() {
        assertEquals(NOT_PERMITTED, ann.refused("addGroup", group));
        assertEquals(false, ann.call("hasGroup", group).asBoolean());
        assertTrue(admin.call("addGroup", group).asBoolean());
        assertEquals("AlreadyExistsException: A group with the name " + group + " already exists.",
                admin.refused("addGroup", group));
        assertTrue(ann.call("hasGroup", group.toUpperCase()).asBoolean());
        assertTrue(ann.call("getGroups").toString().contains('"' + group + '"'));
        assertEquals(NOT_PERMITTED, ann.refused("removeGroup", group, null));
        assertTrue(admin.call("removeGroup", group, null).asBoolean());
        assertEquals(false, ann.call("getGroups").toString().contains('"' + group + '"'));
        assertEquals("RemoteException: There is no group " + group + ".", admin.refused("removeGroup", group, ""));
        assertEquals("RemoteException: The group confluence-users cannot be removed.",
                admin.refused("removeGroup", "confluence-users", null));
        assertEquals("RemoteException: The name of the group is missing.", ann.refused("hasGroup", (Object) null));
    }

    @Test
    void membersComeAndGo() {
        admin.call("addGroup", group);
        String user = Wiki.unique("member");
        admin.call("addUser", Map.of("name", user), "pear");
        assertEquals(NOT_PERMITTED, ann.refused("addUserToGroup", user, group));
        assertTrue(admin.call("addUserToGroup", user, group).asBoolean());
        assertEquals(false, admin.call("addUserToGroup", user, group).asBoolean(), "no change");
        assertEquals("[\"confluence-users\",\"" + group + "\"]", ann.call("getUserGroups", user).toString());
        assertEquals(NOT_PERMITTED, ann.refused("removeUserFromGroup", user, group));
        assertTrue(admin.call("removeUserFromGroup", user, group).asBoolean());
        assertEquals("[\"confluence-users\"]", ann.call("getUserGroups", user).toString());
        assertEquals("RemoteException: There is no user nobody.", ann.refused("getUserGroups", "nobody"));
    }

    @Test
    void whoIsInNoGroupThatMayUseTheSiteIsRefused() {
        String user = Wiki.unique("member");
        admin.call("addUser", Map.of("name", user), "pear");
        admin.call("removeUserFromGroup", user, "confluence-users");
        WikiClient outsider = new WikiClient(wiki, user, "pear");
        for (String method : new String[] {"getGroups", "getSpaces"}) {
            assertEquals("NotPermittedException: You're not permitted to use this site.", outsider.refused(method));
        }
        assertEquals("NotPermittedException: You're not permitted to use this site.",
                outsider.refused("getActiveUsers", true));
        admin.call("addUserToGroup", user, "confluence-administrators");
        assertTrue(outsider.call("addGroup", group).asBoolean(), "administrators may do everything");
        assertEquals("NotPermittedException: You're not permitted to make yourself no administrator any more.",
                outsider.refused("removeUserFromGroup", user, "confluence-administrators"));
        admin.call("removeUser", user);
    }

    @Test
    void theDefaultGroupInherits() {
        String heir = Wiki.unique("heir ");
        String user = Wiki.unique("member");
        admin.call("addGroup", group);
        admin.call("addGroup", heir);
        admin.call("addUser", Map.of("name", user), "pear");
        admin.call("addUserToGroup", user, group);
        assertEquals("RemoteException: The default group is the one to be removed.",
                admin.refused("removeGroup", group, group));
        assertTrue(admin.call("removeGroup", group, heir).asBoolean());
        assertEquals("[\"confluence-users\",\"" + heir + "\"]", ann.call("getUserGroups", user).toString());
    }
}
