package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users of the plugin at the doors of the host: HTTP Basic, and the login form with its session. */
@ExtendWith(Wiki.Shared.class)
class UserLoginsIT {

    private final Wiki wiki;
    private final WikiClient admin;
    private final String name = Wiki.unique("login");
    private final WikiClient user;

    UserLoginsIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        admin.call("addUser", Map.of("name", name), "pear");
        this.user = new WikiClient(wiki, name, "pear");
    }

    private HttpResponse<String> form(String password) {
        return wiki.nobody().post("login", "user=" + name + "&password=" + password,
                "Content-Type", "application/x-www-form-urlencoded");
    }

    /** The cookie of a new session. */
    private String session(String password) {
        HttpResponse<String> answer = form(password);
        assertEquals(303, answer.statusCode());
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    /** What a call in a session is answered with. */
    private HttpResponse<String> call(String session) {
        return wiki.nobody().post(WikiClient.PATH + "/getUserByName", "[\"" + name + "\"]", "Cookie", session);
    }

    private void assertRefused(String message, String session) {
        HttpResponse<String> answer = call(session);
        assertTrue(answer.body().contains(message), answer.body());
    }

    @Test
    void aSessionIsTheUsers() {
        String session = session("pear");
        assertTrue(session.startsWith("jsonrpc-login="));
        assertTrue(call(session).body().contains("\"name\":\"" + name + '"'), () -> call(session).body());
        String answer = wiki.nobody()
                .post(WikiClient.PATH + "/addUser", "[{\"name\":\"eve\"},\"x\"]", "Cookie", session).body();
        assertTrue(answer.contains("NotPermittedException: You're not permitted to add users."), answer);
        assertEquals(401, form("wrong").statusCode());
        assertEquals(200, user.status("getSpaces"));
    }

    @Test
    void aDeactivatedUserIsOutThroughBothDoors() {
        String session = session("pear");
        assertEquals(200, user.status("getSpaces"), "so the host may know the login");
        admin.call("deactivateUser", name);
        assertRefused("NotPermittedException: The user " + name + " is deactivated.", session);
        assertEquals(401, user.status("getSpaces"));
        assertEquals(401, form("pear").statusCode());
        admin.call("reactivateUser", name);
        assertTrue(call(session).body().contains("\"name\":\"" + name + '"'));
        assertEquals(200, user.status("getSpaces"));
        assertEquals(303, form("pear").statusCode());
    }

    @Test
    void aRemovedUserIsOutEvenIfTheNameIsThereAgain() {
        String session = session("pear");
        admin.call("removeUser", name);
        String invalid = "InvalidSessionException: The login of " + name + " is not valid any more.";
        assertRefused(invalid, session);
        assertEquals(401, user.status("getSpaces"));
        assertEquals(401, form("pear").statusCode());
        admin.call("addUser", Map.of("name", name), "pear");
        assertRefused(invalid, session);
        assertEquals(200, user.status("getSpaces"));
    }

    @Test
    void anotherPasswordEndsSessions() {
        String session = session("pear");
        user.call("changeMyPassword", "pear", "plum");
        assertRefused("InvalidSessionException", session);
        assertEquals(401, user.status("getSpaces"));
        assertEquals(401, form("pear").statusCode());
        assertTrue(call(session("plum")).body().contains("\"name\":\"" + name + '"'));
        assertEquals(200, user.with("plum").status("getSpaces"));
    }

    @Test
    void aLoginUnderAFormerNameIsOut() {
        String session = session("pear");
        admin.call("renameUser", name, name + "-new");
        assertRefused("InvalidSessionException", session);
        assertEquals(401, user.status("getSpaces"));
        assertEquals(200, new WikiClient(wiki, name + "-new", "pear").status("getSpaces"));
    }

    /** Of the two that are asked for a password, one does not know the user. */
    @Test
    void aPasswordIsNotHashedWithEachCall() {
        long once = nanos(1, () -> assertEquals(401, user.with("wrong").status("getSpaces")));
        for (WikiClient known : List.of(user, admin)) {
            known.call("getSpaces");
            long often = nanos(20, () -> known.call("getSpaces"));
            assertTrue(often < 5 * once, () -> known.name() + ": 20 calls take " + often + " ns, one hash " + once);
        }
    }

    private static long nanos(int times, Runnable call) {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            call.run();
        }
        return System.nanoTime() - start;
    }
}
