package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.forUser;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.page;
import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.space;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteAttachment;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteBlogEntry;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteComment;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteContentPermission;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteLabel;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;

/** What the caller may not view shows in no answer, whatever is asked for. */
class HiddenContentTest {

    /** In all that is hidden, and in nothing else. */
    private static final String SECRET = "xyzzy";

    private TestSite site;
    private ConfluenceService service;
    private List<Long> ids;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        site.users("bob");
        service.addSpaceWithDefaultPermissions(TOKEN, space("X", "x"));
        service.storePage(TOKEN, page("X", "Open", "text"));
        long secret = content(service.storePage(TOKEN, page("X", "Title " + SECRET, "[Open] " + SECRET)).getId());
        RemotePage below = page("X", "Below " + SECRET, SECRET);
        below.setParentId(secret);
        content(service.storePage(TOKEN, below).getId());
        RemotePage changed = service.getPage(TOKEN, secret);
        changed.setContent(SECRET + " again");
        service.storePage(TOKEN, changed);
        RemoteBlogEntry entry = new RemoteBlogEntry();
        entry.setSpace("X");
        entry.setTitle("News of " + SECRET);
        entry.setContent(SECRET);
        long news = content(service.storeBlogEntry(TOKEN, entry).getId());
        for (long id : new long[] {secret, news}) {
            service.setContentPermissions(TOKEN, id, "View", new RemoteContentPermission[] {forUser("alice")});
        }
        ids = site.database.inTransaction(db -> db.createQuery("""
                select id from content union select id from attachment union select id from history
                union select id from label union select id from space""").mapTo(Long.class).list());
    }

    private long content(long id) throws RemoteException {
        RemoteComment comment = new RemoteComment();
        comment.setPageId(id);
        comment.setContent(SECRET);
        RemoteAttachment attachment = new RemoteAttachment();
        attachment.setFileName(SECRET + ".txt");
        service.addComment(TOKEN, comment);
        service.addAttachment(TOKEN, id, attachment, SECRET.getBytes());
        service.addLabelByName(TOKEN, SECRET, id);
        service.watchPage(TOKEN, id);
        return id;
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void noMethodShowsIt() throws Exception {
        Set<String> showing = new TreeSet<>();
        int answers = 0;
        for (String caller : List.of("alice", "bob")) {
            site.as(caller);
            for (Method method : ConfluenceService.class.getMethods()) {
                if (method.getName().matches("(get|search|render).*")) {
                    for (Object[] arguments : arguments(method)) {
                        String answer = isEcho(method, arguments) ? "" : answer(method, arguments);
                        answers += answer.isEmpty() ? 0 : 1;
                        if (answer.contains(SECRET)) {
                            showing.add(caller + " " + method.getName());
                        }
                    }
                }
            }
        }
        assertTrue(answers > 200, answers + " answers");
        assertTrue(showing.stream().filter(line -> line.startsWith("alice")).count() > 20, showing::toString);
        assertEquals(List.of(), showing.stream().filter(line -> line.startsWith("bob")).toList());
    }

    /** Whether the caller says what is to be rendered, and knows it so. */
    private static boolean isEcho(Method method, Object[] arguments) {
        return method.getName().equals("renderContent") && arguments[3].toString().contains(SECRET);
    }

    /** All combinations of what may be worth asking for. */
    private List<Object[]> arguments(Method method) {
        List<Object[]> all = new ArrayList<>(List.<Object[]>of(new Object[0]));
        for (Class<?> type : method.getParameterTypes()) {
            List<Object> values = all.get(0).length == 0 ? List.of(TOKEN) : values(type);
            List<Object[]> longer = new ArrayList<>();
            for (Object[] some : all) {
                for (Object value : values) {
                    longer.add(Stream.concat(Stream.of(some), Stream.of(value)).toArray());
                }
            }
            all = longer;
        }
        return all;
    }

    private List<Object> values(Class<?> type) {
        if (type == long.class) {
            return new ArrayList<>(ids);
        }
        if (type == int.class) {
            return List.of(1, 10);
        }
        if (type == boolean.class) {
            return List.of(true);
        }
        if (type == RemoteLabel.class) {
            return ids.stream().<Object>map(HiddenContentTest::label).toList();
        }
        return type == Map.class ? List.of(Map.of())
                : List.of("X", "", "Title " + SECRET, SECRET, SECRET + ".txt", "global", "alice");
    }

    private static RemoteLabel label(long id) {
        RemoteLabel label = new RemoteLabel();
        label.setId(id);
        return label;
    }

    /** As text; empty if there is none, since callers may ask for what they do not get. */
    private String answer(Method method, Object[] arguments) throws Exception {
        try {
            return text(method.invoke(service, arguments));
        } catch (InvocationTargetException e) {
            assertTrue(e.getCause() instanceof RemoteException, () -> method + ": " + e.getCause());
            return "";
        }
    }

    private static String text(Object value) throws Exception {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return "";
        }
        if (value instanceof byte[] bytes) {
            return new String(bytes);
        }
        StringBuilder text = new StringBuilder();
        if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                text.append(text(Array.get(value, i))).append('\n');
            }
        } else if (value.getClass().getName().startsWith("java.")) {
            text.append(value);
        } else {
            for (PropertyDescriptor property : Introspector.getBeanInfo(value.getClass(), Object.class)
                    .getPropertyDescriptors()) {
                text.append(text(property.getReadMethod().invoke(value))).append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void norDoesAnExport() throws Exception {
        site.asAdministrator();
        service.addPermissionToSpace(TOKEN, "EXPORTSPACE", "bob", "X");
        for (String type : List.of("TYPE_XML", "TYPE_HTML")) {
            site.as("alice");
            assertTrue(exported(type).contains(SECRET));
            site.as("bob");
            assertFalse(exported(type).contains(SECRET));
        }
    }

    private String exported(String type) throws Exception {
        String url = service.exportSpace(TOKEN, "X", type);
        Path zip = site.home.resolve("exports").resolve(url.substring(url.lastIndexOf('/') + 1));
        return Zips.unzip(Files.readAllBytes(zip)).entrySet().stream()
                .map(entry -> entry.getKey() + new String(entry.getValue())).collect(Collectors.joining("\n"));
    }
}
