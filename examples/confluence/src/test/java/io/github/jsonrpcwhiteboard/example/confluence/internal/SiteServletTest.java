package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteAttachment;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.AttachmentTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.web.Download;
import io.github.jsonrpcwhiteboard.example.confluence.internal.web.Downloads;
import io.github.jsonrpcwhiteboard.example.confluence.internal.web.SitePages;
import io.github.jsonrpcwhiteboard.example.confluence.internal.web.SiteServlet;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.LoginService;
import io.github.jsonrpcwhiteboard.security.TooManyLoginsException;

@Timeout(60)
class SiteServletTest implements LoginService {

    private static final String NO_PAGE = "You&#39;re not allowed to view that page, or it does not exist.";
    private static final String NO_SPACE = "You&#39;re not allowed to view that space, or it does not exist.";

    private TestSite site;
    private SiteServlet servlet;
    private boolean mustWait;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        servlet = servlet(this, (call, path) -> Optional.empty());
    }

    @AfterEach
    void close() {
        site.close();
    }

    private SiteServlet servlet(LoginService logins, Downloads exports) {
        return new SiteServlet((visitor, work) -> site.calls.as(visitor.name() == null ? Login.NONE
                : new Login(visitor.name(), visitor.hasRole().test("admin"), visitor.hasRole()),
                work::answer), new SitePages(site.database, exports), () -> logins);
    }

    /** Knows alice, and password. */
    @Override
    public Authentication login(AuthenticationRequest request) throws TooManyLoginsException {
        if (mustWait) {
            throw new TooManyLoginsException(7);
        }
        return request.password().map(given -> given.user().equals("alice") && given.password().equals("p\u00e4ss:word")
                ? Authentication.accepted("alice", Set.of()) : Authentication.refused())
                .orElse(Authentication.notMine());
    }

    @Override
    public Set<String> challenges(AuthenticationRequest request) {
        return Set.of("Basic realm=\"" + request.remoteAddress() + "\"");
    }

    /** What alice is answered. */
    private Visit get(String url) throws Exception {
        return Visit.to(url).as("alice").run(servlet);
    }

    private void assertNotFound(String words, String url) throws Exception {
        Visit visit = get(url);
        assertEquals(404, visit.status, url);
        assertTrue(visit.text().contains("<p>" + words + "</p>"), visit.text());
    }

    private RemoteAttachment attach(long page, String name, byte[] data) throws Exception {
        RemoteAttachment attachment = new RemoteAttachment();
        attachment.setFileName(name);
        return site.service.addAttachment(TOKEN, page, attachment, data);
    }

    @Test
    void aPageIsShownWithThoseBelow() throws Exception {
        RemotePage page = site.service.storePage(TOKEN, page("DS", "A & B", "<script>alert(1)</script>"));
        RemotePage below = page("DS", "Below", "");
        below.setParentId(page.getId());
        String belowIt = site.service.storePage(TOKEN, below).getUrl();
        Visit visit = get(page.getUrl());
        assertEquals(200, visit.status);
        assertEquals("text/html;charset=utf-8", visit.header("Content-Type"));
        assertTrue(visit.text().contains("<title>A &amp; B \u2013 Demonstration Space</title>"), visit.text());
        assertTrue(visit.text().contains("<link rel=\"stylesheet\" href=\"../../display/.css\">"), visit.text());
        assertTrue(visit.text().contains("<a href=\"../../display/DS\">Demonstration Space</a>"), visit.text());
        assertTrue(visit.text().contains("<h1>A &amp; B</h1>"), visit.text());
        assertTrue(visit.text().contains(" by alice</p>"), visit.text());
        assertTrue(visit.text().contains("<li><a href=\"../../display/DS/Below\">Below</a></li>"), visit.text());
        assertFalse(visit.text().contains("<script"), visit.text());
        assertFalse(visit.text().contains("Welcome"), visit.text());
        assertEquals("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
                + "frame-ancestors 'none'", visit.header("Content-Security-Policy"));
        assertEquals("nosniff", visit.header("X-Content-Type-Options"));
        assertEquals("private, no-cache", visit.header("Cache-Control"));
        assertEquals("Cookie, Authorization", visit.header("Vary"));
        assertFalse(get(belowIt).text().contains("<nav"), "nothing below it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I/O", "100%", "a\\b", ".", "..", "a+b c", "?&=#;'\"", "\u00fc \ud83d\ude00", "2024",
        "tab\there", "<b>"})
    void everyTitleHasAUrlThatLeadsToIt(String title) throws Exception {
        String url = site.service.storePage(TOKEN, page("DS", title, "here it is")).getUrl();
        assertTrue(url.matches("http://wiki/display/DS([/]|\\?name=)[A-Za-z0-9%+.*_-]+"), url);
        assertFalse(url.replaceFirst("\\?.*", "").matches(".*/(\\.|\\.\\.|.*%(2F|5C|25|0.).*)"),
                "servers refuse this: " + url);
        Visit visit = get(url);
        assertEquals(200, visit.status);
        assertTrue(visit.text().contains("here it is"), visit.text());
    }

    @Test
    void aSpaceIsShownByItsHomePage() throws Exception {
        for (String url : List.of("http://wiki/display/DS", "http://wiki/display/ds/", "http://wiki/display/DS?x=y")) {
            assertTrue(get(url).text().contains("<h1>Welcome</h1>"), url);
        }
        assertTrue(get("http://wiki/display/DS").text().contains("<a href=\"../display/DS/Read+a+page\">"));
        assertTrue(get("http://wiki/display/DS/").text().contains("<a href=\"../../display/DS/Read+a+page\">"));
    }

    @Test
    void aSpaceWithoutAHomePageIsShownByItsPages() throws Exception {
        long home = site.service.getSpace(TOKEN, "DS").getHomePage();
        site.asAdministrator();
        site.service.removePage(TOKEN, home);
        Visit visit = get("http://wiki/display/DS");
        assertTrue(visit.text().contains("<h1>Demonstration Space</h1>\n<p>A space to try things out in.</p>"),
                visit.text());
        assertTrue(visit.text().contains("<a href=\"../display/DS/Read+a+page\">Read a page</a>"), visit.text());
    }

    @Test
    void whatOneMayNotSeeLooksLikeWhatIsNotThere() throws Exception {
        site.as("bob");
        RemotePage hidden = site.service.getPage(TOKEN,
                site.service.addSpace(TOKEN, space("BOB", "Bob's")).getHomePage());
        assertNotFound(NO_SPACE, "http://wiki/display/BOB");
        assertNotFound(NO_SPACE, "http://wiki/display/EVE");
        assertNotFound(NO_SPACE, hidden.getUrl());
        assertNotFound(NO_PAGE, "http://wiki/display/DS/Nothing");
        String attachment = attach(hidden.getId(), "a", new byte[1]).getUrl();
        String words = "You&#39;re not allowed to view that content, or it does not exist.";
        assertNotFound(words, attachment);
        assertNotFound(words, "http://wiki/download/attachments/99999/a");
        assertEquals(200, Visit.to(attachment).as("bob").run(servlet).status);
        assertEquals(200, Visit.to(attachment).as("root", "admin").run(servlet).status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"display", "display/", "download", "download/attachments", "download/attachments/1",
        "download/attachments/one/a", "download/attachments/1/a/b", "download/attachments/9999999999999999999/a",
        "download/attachments/1/a?version=one", "download/attachments/1/a?version=9999999999", "download/exports/a.zip",
        "download/exports/../a", "display/DS/Welcome/1", "display/DS/2024/01/01/", "display/DS/2024/jan/01/Title",
        "display/DS/1/2/3/4/5/6"})
    void whereThereIsNothingItIs404(String path) throws Exception {
        assertNotFound(NO_PAGE, "http://wiki/" + path);
    }

    @Test
    void anAttachmentIsToBeSaved() throws Exception {
        long page = site.service.getSpace(TOKEN, "DS").getHomePage();
        RemoteAttachment attachment = new RemoteAttachment();
        attachment.setFileName("r\u00e9sum\u00e9 100%.html");
        attachment.setContentType("text/html; charset=utf-8");
        String first = site.service.addAttachment(TOKEN, page, attachment, "<script>".getBytes()).getUrl();
        String second = site.service.addAttachment(TOKEN, page, attachment, "two".getBytes()).getUrl();
        Visit visit = get(first);
        assertEquals("<script>", visit.text());
        assertEquals("text/html; charset=utf-8", visit.header("Content-Type"));
        assertEquals("attachment; filename=\"r_sum_ 100_.html\"; filename*=UTF-8''r%C3%A9sum%C3%A9%20100%25.html",
                visit.header("Content-Disposition"));
        assertEquals("nosniff", visit.header("X-Content-Type-Options"));
        assertEquals("sandbox", visit.header("Content-Security-Policy"));
        assertEquals("8", visit.header("Content-Length"));
        assertEquals("private, no-cache", visit.header("Cache-Control"));
        assertEquals("two", get(second).text());
        assertEquals("two", get(second.replaceAll(".version=2", "")).text());
        assertEquals(404, get(second.replace("version=2", "version=3")).status);
    }

    @Test
    void anAttachmentOfSeveralPiecesComesWhole() throws Exception {
        byte[] bytes = new byte[1_000_001];
        new Random(1).nextBytes(bytes);
        long page = site.service.getSpace(TOKEN, "DS").getHomePage();
        site.calls.as(new Login("alice", false, role -> false), call -> add(call, page, bytes));
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        Visit.to("http://wiki/download/attachments/" + page + "/big").as("alice").into(received).run(servlet);
        assertArrayEquals(bytes, received.toByteArray());
    }

    /** More than the service would take here. */
    private static Void add(Call call, long page, byte[] bytes) {
        RemoteAttachment attachment = new RemoteAttachment();
        attachment.setPageId(page);
        attachment.setFileName("big");
        attachment.setContentType("a/b");
        attachment.setFileSize(bytes.length);
        new AttachmentTable(call).add(attachment, new ByteArrayInputStream(bytes));
        return null;
    }

    @Test
    void slowReadersHoldUpNobody() throws Exception {
        String url = attach(site.service.getSpace(TOKEN, "DS").getHomePage(), "a", new byte[10]).getUrl();
        int readers = 20;
        CountDownLatch reading = new CountDownLatch(readers);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<Visit>> visits = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            visits.add(threads.submit(() -> Visit.to(url).as("alice").into(slow(reading, goOn)).run(servlet)));
        }
        reading.await();
        assertEquals(1, site.service.getSpaces(TOKEN).length);
        goOn.countDown();
        for (Future<Visit> visit : visits) {
            assertEquals(200, visit.get().status);
        }
        threads.shutdown();
    }

    private static OutputStream slow(CountDownLatch reading, CountDownLatch goOn) {
        return new OutputStream() {

            @Override
            public void write(int b) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                reading.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    @Test
    void whatIsRemovedWhileItIsSentIsCutOff() throws Exception {
        long page = site.service.getSpace(TOKEN, "DS").getHomePage();
        site.calls.as(new Login("alice", false, role -> false), call -> add(call, page, new byte[1_000_000]));
        Visit visit = Visit.to("http://wiki/download/attachments/" + page + "/big").as("alice");
        visit.into(new OutputStream() {

            @Override
            public void write(int b) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                site.database.<Integer, RuntimeException>inTransaction(db -> db.execute("delete from attachment"));
            }
        });
        assertEquals("the attachment has been removed while it was sent",
                assertThrows(IOException.class, () -> visit.run(servlet)).getMessage());
    }

    @Test
    void exportsAreSomebodyElses() throws Exception {
        servlet = servlet(this, (call, path) -> Optional.of(path + " of " + call.user())
                .map(text -> new Download(path, "application/zip", text.length(), out -> out.write(text.getBytes()))));
        Visit visit = get("http://wiki/download/exports/site%20a/b.zip");
        assertEquals("site a/b.zip of alice", visit.text());
        assertEquals("application/zip", visit.header("Content-Type"));
    }

    @Test
    void credentialsOfARequestCount() throws Exception {
        String url = "http://wiki/display/DS";
        assertEquals(200, Visit.to(url).basic("alice:p\u00e4ss:word").run(servlet).status);
        for (Visit visit : List.of(Visit.to(url).basic("alice:wrong"), Visit.to(url).basic("alice"), Visit.to(url),
                Visit.to(url).authorization("Basic \u00a7\u00a7"), Visit.to(url).authorization("Unknown x"))) {
            assertEquals(401, visit.run(servlet).status);
            assertEquals("Basic realm=\"192.0.2.1\"", visit.header("WWW-Authenticate"));
            assertTrue(visit.text().contains("Log in to see this."), visit.text());
        }
        mustWait = true;
        Visit early = Visit.to(url).basic("alice:p\u00e4ss:word").run(servlet);
        assertEquals(429, early.status);
        assertEquals("7", early.header("Retry-After"));
        assertEquals(503, Visit.to(url).run(servlet(null, null)).status);
    }

    @Test
    void whereAnonymousUseIsPermittedNobodyLogsIn() throws Exception {
        site.database.<Integer, RuntimeException>inTransaction(db -> db.execute("""
                insert into global_permission (permission) values ('USECONFLUENCE');
                insert into space_permission (space_key, permission) values ('DS', 'VIEWSPACE')"""));
        assertEquals(200, Visit.to("http://wiki/display/DS").run(servlet).status);
        assertEquals(404, Visit.to("http://wiki/display/EVE").run(servlet).status);
        assertEquals(401, Visit.to("http://wiki/display/DS").basic("alice:wrong").run(servlet).status);
    }

    @Test
    void whoWasDeactivatedIsTold() throws Exception {
        assertEquals(200, get("http://wiki/display/DS").status);
        site.database.<Integer, RuntimeException>inTransaction(db -> db.execute(
                "update user_account set active = false"));
        Visit visit = get("http://wiki/display/DS");
        assertEquals(403, visit.status);
        assertTrue(visit.text().contains("The user alice is deactivated."), visit.text());
        assertEquals(403, Visit.to("http://wiki/display/DS").as("gone", Callers.ROLE).run(servlet).status);
    }

    @Test
    void itIsReadOnly() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get")) {
            Visit visit = Visit.to("http://wiki/display/DS").as("alice").by(method).run(servlet);
            assertEquals(405, visit.status);
            assertEquals("GET, HEAD", visit.header("Allow"));
            assertEquals("", visit.text());
        }
        Visit head = Visit.to("http://wiki/display/DS").as("alice").by("HEAD").run(servlet);
        assertEquals(200, head.status);
        assertEquals(get("http://wiki/display/DS").header("Content-Length"), head.header("Content-Length"));
        assertEquals("", head.text());
    }

    @Test
    void theStyleSheetIsForAll() throws Exception {
        Visit visit = Visit.to("http://wiki/display/.css").run(servlet);
        assertEquals("text/css;charset=utf-8", visit.header("Content-Type"));
        assertTrue(visit.text().contains("prefers-color-scheme: dark"), visit.text());
        assertEquals("max-age=3600", visit.header("Cache-Control"));
    }

    @Test
    void troubleIsNotTold() throws Exception {
        site.database.<Integer, RuntimeException>inTransaction(db -> db.execute(
                "drop table content_permission"));
        Visit visit = get("http://wiki/display/DS");
        assertEquals(500, visit.status);
        assertTrue(visit.text().contains("<p>That went wrong here.</p>"), visit.text());
        assertFalse(visit.text().contains("content_permission"), visit.text());
    }
}
