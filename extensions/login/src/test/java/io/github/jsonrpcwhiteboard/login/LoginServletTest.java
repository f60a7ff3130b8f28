package io.github.jsonrpcwhiteboard.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginServletTest {

    private static final String GOOD = "user=ann&password=s%C3%A9cret+1";

    private final AtomicLong now = new AtomicLong();
    private final OneUser ann = new OneUser("ann", "s\u00e9cret 1");
    private final Sessions sessions = new Sessions(now::get);
    private final LoginServlet login = new LoginServlet(sessions, () -> ann);
    private final LogoutServlet logout = new LogoutServlet(sessions);

    private void assertRefused(int status, Exchange exchange) throws Exception {
        int before = sessions.size();
        exchange.run(login);
        assertEquals(status, exchange.status, exchange.page());
        assertNull(exchange.sessionId());
        assertNull(exchange.answerHeaders.get("Location"));
        assertTrue(exchange.page().contains("role=\"alert\""), exchange.page());
        assertHardened(exchange);
        assertEquals(before, sessions.size());
    }

    private static void assertHardened(Exchange exchange) {
        String policy = exchange.answerHeaders.get("Content-Security-Policy");
        assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("nosniff", exchange.answerHeaders.get("X-Content-Type-Options"));
        assertEquals("same-origin", exchange.answerHeaders.get("Referrer-Policy"));
        assertEquals("no-store", exchange.answerHeaders.get("Cache-Control"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "http://evil:8080, -", "http://here, -", "null, -", "http://here:8080.evil, -", "here:8080, -",
        "-, cross-site", "-, same-site", "http://here:8080, cross-site"})
    void aFormOfAnotherSiteIsNotRead(String origin, String site) throws Exception {
        assertRefused(403, Exchange.post(GOOD).header("Origin", origin).header("Sec-Fetch-Site", site));
        String id = sessions.begin(new Login("ann", Set.of()));
        Exchange out = Exchange.post("").cookie(id).header("Origin", origin).header("Sec-Fetch-Site", site).run(logout);
        assertEquals(403, out.status);
        assertNull(out.sessionId());
        assertTrue(sessions.find(id).isPresent());
        assertEquals(List.of(), ann.asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user=ann&password=wrong", "user=eve&password=wrong", "user=ann&password=", "user=ann",
        "password=x", "", "user=ann&password=wrong&password=s%C3%A9cret+1", "&&=&user=ann", "Authorization=x"})
    void aWrongLoginIsToldNothingButThat(String body) throws Exception {
        Exchange wrong = Exchange.post(body).header("Authorization", "Basic YW5uOnPDqWNyZXQgMQ==");
        assertRefused(401, wrong);
        assertTrue(wrong.page().contains("User name or password is wrong."), wrong.page());
        assertTrue(wrong.answerHeaders.get("WWW-Authenticate").startsWith("Form "));
    }

    @Test
    void anEmptyPasswordIsNotEvenAskedFor() throws Exception {
        assertRefused(401, Exchange.post("user=ann&password="));
        assertRefused(401, Exchange.post("user=&password=x"));
        assertEquals(List.of(), ann.asked);
    }

    @Test
    void onlyAFormThatFitsIsRead() throws Exception {
        assertRefused(415, Exchange.post(GOOD).header("Content-Type", null));
        assertRefused(415, Exchange.post("{}").header("Content-Type", "application/json"));
        assertRefused(400, Exchange.post("user=%zz&password=x"));
        String rest = "user=ann&password=x&more=";
        assertRefused(413, Exchange.post(rest + "x".repeat(LoginForm.MAX_BYTES + 1 - rest.length())));
        assertEquals(List.of(), ann.asked);
        assertRefused(401, Exchange.post(rest + "x".repeat(LoginForm.MAX_BYTES - rest.length())));
    }

    @Test
    void afterManyFailuresAnAddressMustWait() throws Exception {
        ann.secondsToWait = 7;
        Exchange early = Exchange.post(GOOD);
        assertRefused(429, early);
        assertEquals("7", early.answerHeaders.get("Retry-After"));
        ann.secondsToWait = 0;
        assertEquals(303, Exchange.post(GOOD).run(login).status);
    }

    @Test
    void withoutTheServiceNobodyCanLogIn() throws Exception {
        Exchange exchange = Exchange.post(GOOD).run(new LoginServlet(sessions, () -> null));
        assertEquals(503, exchange.status);
        assertNull(exchange.sessionId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil", "/\\evil", "\\evil", "http://evil", "javascript:x", "evil", "/\t/evil", "/a\r\nb",
        "/\u00e9", "/a b", "/a\\b"})
    void anotherServerIsNoPlaceToGo(String from) throws Exception {
        String encoded = URLEncoder.encode(from, StandardCharsets.UTF_8);
        assertEquals("login", Exchange.post(GOOD + "&from=" + encoded).run(login).answerHeaders.get("Location"));
        Exchange form = Exchange.get();
        form.from = from;
        assertFalse(form.run(login).page().contains("name=\"from\""), form.page());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a/b?c=//d&e='f'", "/%5C"})
    void aPageOfThisServerIs(String from) throws Exception {
        Exchange form = Exchange.get();
        form.from = from;
        String shown = from.replace("&", "&amp;").replace("'", "&#39;");
        assertTrue(form.run(login).page().contains("name=\"from\" value=\"" + shown + "\""), form.page());
        String encoded = URLEncoder.encode(from, StandardCharsets.UTF_8);
        assertEquals(from, Exchange.post(GOOD + "&from=" + encoded).run(login).answerHeaders.get("Location"));
    }

    @Test
    void eachLoginHasANewIdAndEndsTheSessionBefore() throws Exception {
        Exchange first = Exchange.post(GOOD).cookie("planted").run(login);
        assertEquals(303, first.status);
        assertHardened(first);
        String id = first.sessionId();
        assertNotEquals("planted", id);
        assertTrue(sessions.find("planted").isEmpty());
        assertEquals("ann", sessions.find(id).orElseThrow().name());
        String next = Exchange.post(GOOD).cookie(id).run(login).sessionId();
        assertNotEquals(id, next);
        assertTrue(sessions.find(id).isEmpty());
        assertTrue(sessions.find(next).isPresent());
    }

    @Test
    void theCookieIsForThisServerAndNotForScripts() throws Exception {
        Exchange plain = Exchange.post(GOOD).run(login);
        assertEquals("jsonrpc-login=" + plain.sessionId() + "; Path=/; HttpOnly; SameSite=Lax",
                plain.answerHeaders.get("Set-Cookie"));
        Exchange tls = Exchange.post(GOOD);
        tls.secure = true;
        assertTrue(tls.run(login).answerHeaders.get("Set-Cookie").endsWith("; SameSite=Lax; Secure"));
    }

    @Test
    void clientsThatAreNotBrowsersNeedNoOrigin() throws Exception {
        assertEquals(303, Exchange.post(GOOD).header("Origin", null).header("Sec-Fetch-Site", null).run(login).status);
        assertEquals(303, Exchange.post(GOOD).header("Origin", "https://HERE").header("Host", "here:443").run(login)
                .status);
    }

    @Test
    void thePageShowsWhoIsLoggedInAndNothingUnescaped() throws Exception {
        String id = sessions.begin(new Login("<b>\"'&", Set.of()));
        Exchange page = Exchange.get().cookie("stale").cookie(id).run(login);
        assertHardened(page);
        assertTrue(page.page().contains("<strong>&lt;b&gt;&quot;&#39;&amp;</strong>"), page.page());
        assertTrue(page.page().contains("action=\"logout\""), page.page());
        Exchange wrong = Exchange.post("user=%22%3E%3Cscript%3E&password=secret").run(login);
        assertTrue(wrong.page().contains("value=\"&quot;&gt;&lt;script&gt;\""), wrong.page());
        assertFalse(wrong.page().contains("secret"), wrong.page());
    }

    @Test
    void logoutEndsTheSession() throws Exception {
        String id = sessions.begin(new Login("ann", Set.of()));
        Exchange link = Exchange.get().cookie(id).run(logout);
        assertEquals(303, link.status);
        assertTrue(sessions.find(id).isPresent());
        Exchange out = Exchange.post("").cookie(id).run(logout);
        assertEquals(303, out.status);
        assertEquals("login", out.answerHeaders.get("Location"));
        assertEquals("jsonrpc-login=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0", out.answerHeaders.get("Set-Cookie"));
        assertTrue(sessions.find(id).isEmpty());
        assertEquals(303, Exchange.post("").run(logout).status);
    }

    @Test
    void theStyleIsAResourceOfItsOwn() throws Exception {
        Exchange css = Exchange.get().run(new StyleServlet());
        assertEquals("text/css;charset=utf-8", css.answerHeaders.get("Content-Type"));
        assertTrue(css.page().contains("prefers-color-scheme: dark"));
    }
}
