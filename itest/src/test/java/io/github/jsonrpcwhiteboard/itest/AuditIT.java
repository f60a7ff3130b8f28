package io.github.jsonrpcwhiteboard.itest;

import static io.github.jsonrpcwhiteboard.itest.Http.assertRefused;
import static io.github.jsonrpcwhiteboard.itest.Http.basic;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.Authenticator;

/** Who was refused, from where, at which endpoint, which method, and why: a line each, that nobody can forge. */
public class AuditIT extends InContainer {

    private static final String PASSWORD = "s3cr3t";
    /** What nobody mistakes for the end of the word or of the line. */
    private static final String WORD = "[^\\p{Cc}\\p{Cf}\\p{Z}]{1,900}";
    private static final Pattern LINE = Pattern.compile("refused user=" + WORD + " from=127\\.0\\.0\\.1 endpoint="
            + WORD + " method=" + WORD + ": [ -~]{1,100}");

    private final LogLines log = LogLines.audit();

    /** The published interface. */
    public interface Desk {

        /**
         * Answers.
         *
         * @return something
         */
        String ask();

        /**
         * For the boss.
         *
         * @return something
         */
        String decide();
    }

    private static final class Clerk implements Desk {

        @Override
        public String ask() {
            return "yes";
        }

        @Override
        public String decide() {
            return "no";
        }
    }

    /** Registers the endpoints, and an authenticator that takes every name with the one password. */
    @Before
    public void register() {
        register(Desk.class, new Clerk(), open("desk", JsonRpcConstants.METHOD_ROLES + "decide", "boss"));
        register(Desk.class, new Clerk(), guarded("guarded/desk"));
        register(Desk.class, new Clerk(), guarded("office", JsonRpcConstants.ROLES, "boss"));
        Authenticator authenticator = request -> request.password().map(p -> PASSWORD.equals(p.password())
                ? Authentication.accepted(p.user(), List.of()) : Authentication.refused())
                .orElse(Authentication.notMine());
        register(Authenticator.class, authenticator, null);
    }

    /** Lets the log go. */
    @After
    public void end() {
        log.close();
    }

    /** The one line since the last time. */
    private String line() {
        assertEquals(log.messages().toString(), 1, log.messages().size());
        String line = log.messages().get(0);
        log.clear();
        assertTrue(line, LINE.matcher(line).matches());
        assertFalse(line, line.contains(PASSWORD));
        return line;
    }

    private static void assertStart(String start, String line) {
        assertTrue(line, line.startsWith("refused " + start + ": "));
    }

    /** Each refused request is one line. */
    @Test
    public void requests() {
        assertRefused(401, http.post("guarded/desk/ask", "[]"));
        assertStart("user=- from=127.0.0.1 endpoint=guarded/desk method=ask", line());
        assertRefused(401, http.post("guarded/desk", "[]"));
        assertStart("user=- from=127.0.0.1 endpoint=guarded/desk method=-", line());
        assertRefused(401, http.post("guarded/desk/ask", "[]", basic("ann", PASSWORD + "x")));
        String wrong = line();
        assertRefused(401, http.post("guarded/desk/ask", "[]"));
        assertFalse("no login, or a wrong one?", wrong.equals(line()));
        assertRefused(403, http.post("office/ask", "[]", basic("ann", PASSWORD)));
        assertStart("user=ann from=127.0.0.1 endpoint=office method=ask", line());
        String[] login = basic("ann", PASSWORD);
        assertRefused(403, http.post("guarded/desk", "[]", login[0], login[1], "Origin", "https://evil.example"));
        String crossSite = line();
        assertStart("user=ann from=127.0.0.1 endpoint=guarded/desk method=-", crossSite);
        assertTrue(crossSite, crossSite.toLowerCase().contains("cross-site"));
    }

    /** Each refused call of a batch is one line, notifications included; what is not refused is none. */
    @Test
    public void calls() {
        assertEquals("\"yes\"", http.post("desk/ask", "[]").body());
        assertRefused(200, -32601, http.post("desk/none", "[]"));
        assertEquals(List.of(), log.messages());
        assertRefused(200, -32001, http.post("desk/decide", "[]"));
        assertStart("user=- from=127.0.0.1 endpoint=desk method=decide", line());
        http.post("desk", "[{\"jsonrpc\":\"2.0\",\"method\":\"decide\",\"id\":1},"
                + "{\"jsonrpc\":\"2.0\",\"method\":\"ask\",\"id\":2},{\"jsonrpc\":\"2.0\",\"method\":\"decide\"}]",
                basic("ann", PASSWORD));
        assertEquals(log.messages().toString(), 2, log.messages().size());
        for (String line : log.messages()) {
            assertStart("user=ann from=127.0.0.1 endpoint=desk method=decide", line);
        }
    }

    /** A name is one word on one line, whatever is in it, and not a long one. */
    @Test
    public void forgedNames() {
        for (String name : new String[] {"x\nrefused user=boss", "x\r\ny", "x\u0000\u001b[2J\u0007", "x\u2028y\u2029z",
            "x\u0085y", "x from=10.0.0.1 y", "x\u202ey\u200bz\ufeff", "\ud83d\ude00x\ud800", "x".repeat(3000)}) {
            assertRefused(403, http.post("office/ask", "[]", basic(name, PASSWORD)));
            String line = line();
            assertTrue(line, line.contains(" endpoint=office method=ask: "));
            assertFalse(line, line.contains(" user=boss") || line.contains(" from=10.0.0.1"));
        }
    }

    /** So is a method. */
    @Test
    public void forgedMethods() {
        int seen = 0;
        for (String method : new String[] {"x%0Arefused%20user=boss", "x%0D%0Ay", "x%1B%5B2J", "x%E2%80%A8y%E2%80%A9z",
            "x%C2%85y", "x%3A%20y%20z", "x%E2%80%AEy", "x".repeat(3000)}) {
            HttpResponse<String> response = http.post("guarded/desk/" + method, "[]");
            if (response.statusCode() == 400) {
                assertEquals("refused by the server", List.of(), log.messages());
            } else {
                assertRefused(401, response);
                assertFalse(line().contains(" user=boss"));
                seen++;
            }
        }
        assertTrue("the server refuses them all", seen > 3);
    }
}
