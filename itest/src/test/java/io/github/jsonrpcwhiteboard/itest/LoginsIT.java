package io.github.jsonrpcwhiteboard.itest;

import static io.github.jsonrpcwhiteboard.itest.Http.assertRefused;
import static io.github.jsonrpcwhiteboard.itest.Http.basic;
import static io.github.jsonrpcwhiteboard.itest.Http.json;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.bootDelegationPackage;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.net.http.HttpResponse;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.security.auth.login.AppConfigurationEntry;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.useradmin.Group;
import org.osgi.service.useradmin.Role;
import org.osgi.service.useradmin.User;
import org.osgi.service.useradmin.UserAdmin;

import io.github.jsonrpcwhiteboard.CallContext;
import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.itest.jaas.Realm;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.Authenticator;
import io.github.jsonrpcwhiteboard.security.LoginService;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;
import io.github.jsonrpcwhiteboard.security.TooManyLoginsException;

/** Logins with what the host has: User Admin, a JAAS realm, several at once; and what happens to those who guess. */
public class LoginsIT extends InContainer {

    private static final String REALM = "itest";

    @Inject
    private ConfigurationAdmin admin;

    @Inject
    private UserAdmin users;

    private Configurator configurator;

    /** The published interface. */
    public interface Mirror {

        /**
         * Looks at the caller.
         *
         * @return the caller's roles and, as the last one, scheme and name
         */
        List<String> look();
    }

    private static final class Glass implements Mirror {

        @Override
        public List<String> look() {
            CallContext call = CallContext.current();
            List<String> seen = new ArrayList<>(new TreeSet<>(call.roles()));
            seen.add(call.scheme().orElse("-") + ' ' + call.principal().map(Principal::getName).orElse("-"));
            return seen;
        }
    }

    /**
     * The container with User Admin, and with a login module in the sight of all bundles.
     *
     * @return its options
     */
    @Override
    @Configuration
    public Option[] container() {
        return options(Containers.host(Containers.BOTH), Containers.configAdmin(), Containers.userAdmin(),
                Containers.whiteboard(), bootDelegationPackage(Realm.class.getPackageName()),
                frameworkProperty(Constants.FRAMEWORK_BUNDLE_PARENT).value(Constants.FRAMEWORK_BUNDLE_PARENT_APP));
    }

    /** Registers the endpoints and adds the users. */
    @Before
    public void prepare() {
        configurator = new Configurator(admin);
        register(Mirror.class, new Glass(), open("open"));
        register(Mirror.class, new Glass(), guarded("guarded"));
        for (String role : new String[] {"clerk", "staff", "auditor", "jim"}) {
            register(Mirror.class, new Glass(), guarded("for/" + role, JsonRpcConstants.ROLES, role));
        }
        User ann = user("ann", "s3cr\u00e9t");
        user("bob", null);
        Group clerk = (Group) users.createRole("clerk", Role.GROUP);
        clerk.addMember(ann);
        credential(clerk, "clerk");
        Group staff = (Group) users.createRole("staff", Role.GROUP);
        staff.addMember(clerk);
        Group auditor = (Group) users.createRole("auditor", Role.GROUP);
        auditor.addMember(ann);
        auditor.addRequiredMember(user("trained", "trained"));
    }

    /** Removes the users. */
    @After
    public void removeUsers() {
        for (String name : new String[] {"auditor", "staff", "clerk", "trained", "bob", "ann"}) {
            users.removeRole(name);
        }
    }

    private User user(String name, String password) {
        User user = (User) users.createRole(name, Role.USER);
        if (password != null) {
            credential(user, password);
        }
        return user;
    }

    @SuppressWarnings("unchecked")
    private static void credential(User user, String password) {
        user.getCredentials().put("password", password);
    }

    private HttpResponse<String> as(String user, String password, String path) {
        return http.post(path + "/look", "[]", basic(user, password));
    }

    private static void assertSeen(String seen, HttpResponse<String> response) {
        assertEquals(response.body(), 200, response.statusCode());
        assertEquals(json(seen), json(response.body()));
    }

    /** Users and passwords of User Admin; roles through its groups. */
    @Test
    public void userAdmin() {
        HttpResponse<String> unknown = assertRefused(401, -32001, as("eve", "s3cr\u00e9t", "guarded"));
        HttpResponse<String> wrong = assertRefused(401, -32001, as("ann", "s3cret", "guarded"));
        assertEquals(unknown.body(), wrong.body());
        assertEquals(unknown.headers().map().keySet(), wrong.headers().map().keySet());
        assertRefused(401, -32001, as("ann", "", "guarded"));
        assertRefused(401, -32001, as("bob", "", "guarded"));
        assertRefused(401, -32001, as("bob", "null", "guarded"));
        assertRefused(401, -32001, as("clerk", "clerk", "guarded"));
        assertEquals("wrong credentials are wrong everywhere", 401, as("ann", "s3cret", "open").statusCode());
        assertSeen("[\"ann\",\"clerk\",\"staff\",\"Basic ann\"]", as("ann", "s3cr\u00e9t", "for/staff"));
        assertEquals(200, as("ann", "s3cr\u00e9t", "for/clerk").statusCode());
        assertRefused(403, -32003, as("ann", "s3cr\u00e9t", "for/auditor"));
        assertRefused(403, -32003, as("trained", "trained", "for/clerk"));
    }

    /** User Admin counts from when its service comes until it goes, and so does each change in it. */
    @Test
    public void userAdminGoes() throws Exception {
        assertEquals(200, as("ann", "s3cr\u00e9t", "guarded").statusCode());
        credential((User) users.getRole("ann"), "changed");
        assertRefused(401, as("ann", "s3cr\u00e9t", "guarded"));
        assertEquals(200, as("ann", "changed", "guarded").statusCode());
        Bundle bundle = context.getServiceReference(UserAdmin.class).getBundle();
        bundle.stop();
        try {
            assertRefused(401, as("ann", "changed", "guarded"));
            assertEquals(0, logins());
        } finally {
            bundle.start();
            users = context.getService(context.getServiceReference(UserAdmin.class));
        }
        assertEquals(200, as("ann", "changed", "guarded").statusCode());
    }

    /** How many authenticators the whiteboard has made of what the host has. */
    private int logins() {
        try {
            ServiceReference<?>[] own = context.getAllServiceReferences(Authenticator.class.getName(),
                    "(service.bundleid=" + whiteboard().getBundleId() + ')');
            return own == null ? 0 : own.length;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** JAAS knows the one realm, with one module. */
    private final class OneRealm extends javax.security.auth.login.Configuration {

        @Override
        public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            return REALM.equals(name) ? new AppConfigurationEntry[] {new AppConfigurationEntry(Realm.class.getName(),
                    AppConfigurationEntry.LoginModuleControlFlag.REQUIRED, Map.of())} : null;
        }
    }

    private void withRealm(String realm, Runnable test) throws Exception {
        int before = logins();
        javax.security.auth.login.Configuration.setConfiguration(new OneRealm());
        configurator.set("jaas.realm", realm, () -> logins() == before + 1);
        try {
            test.run();
        } finally {
            javax.security.auth.login.Configuration.setConfiguration(null);
            configurator.reset(() -> logins() == before);
        }
    }

    /** Users of a JAAS realm; its role principals are roles, and its user principals are not. User Admin goes on. */
    @Test
    public void jaas() throws Exception {
        assertRefused(401, -32001, as("jim", "jim", "guarded"));
        withRealm(REALM, () -> {
            assertRefused(401, -32001, as("jim", "wrong", "guarded"));
            assertRefused(401, -32001, as("jim", "", "guarded"));
            assertRefused(401, -32001, as("eve", "jim", "guarded"));
            assertRefused(401, -32001, as("joe", "joe", "guarded"));
            assertSeen("[\"clerk\",\"Basic jim\"]", as("jim", "jim", "guarded"));
            assertEquals(200, as("jim", "jim", "for/clerk").statusCode());
            assertRefused(403, -32003, as("jim", "jim", "for/jim"));
            assertRefused(403, -32003, as("jim", "jim", "for/staff"));
            assertEquals(200, as("ann", "s3cr\u00e9t", "for/staff").statusCode());
        });
        assertRefused(401, -32001, as("jim", "jim", "guarded"));
        assertEquals(200, as("ann", "s3cr\u00e9t", "guarded").statusCode());
    }

    /** A realm that there is not lets nobody in. */
    @Test
    public void noSuchRealm() throws Exception {
        withRealm("nowhere", () -> {
            assertRefused(401, -32001, as("jim", "jim", "guarded"));
            assertRefused(401, -32001, as("", "", "guarded"));
            assertEquals(200, as("ann", "s3cr\u00e9t", "guarded").statusCode());
        });
    }

    private ServiceRegistration<?> authenticator(int ranking, String role) {
        Authenticator authenticator = request -> request.password()
                .map(p -> Set.of("ann", role).contains(p.user()) ? Authentication.accepted(p.user(), List.of(role))
                        : Authentication.refused())
                .orElse(Authentication.notMine());
        return register(Authenticator.class, authenticator, ranking(ranking));
    }

    private static Dictionary<String, Object> ranking(int ranking) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_RANKING, ranking);
        return properties;
    }

    /** The first that accepts decides, by ranking, which may change; those of the host's own come before User Admin. */
    @Test
    public void ranking() {
        authenticator(1, "one");
        ServiceRegistration<?> two = authenticator(2, "two");
        assertSeen("[\"two\",\"Basic ann\"]", as("ann", "s3cr\u00e9t", "guarded"));
        assertSeen("[\"one\",\"Basic one\"]", as("one", "x", "guarded"));
        assertSeen("[\"trained\",\"Basic trained\"]", as("trained", "trained", "guarded"));
        assertRefused(403, -32003, as("ann", "s3cr\u00e9t", "for/clerk"));
        two.setProperties(ranking(0));
        assertSeen("[\"one\",\"Basic ann\"]", as("ann", "s3cr\u00e9t", "guarded"));
        assertRefused(401, -32001, as("eve", "x", "guarded"));
        assertEquals(200, as("two", "x", "guarded").statusCode());
    }

    /** Who guesses has to wait, even with the right password; who does not log in need not. */
    @Test
    public void backOff() throws Exception {
        CyclicBarrier guesses = new CyclicBarrier(8);
        Authenticator together = request -> request.password().filter(p -> "eve".equals(p.user())).map(p -> {
            try {
                guesses.await(PATIENCE, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return Authentication.refused();
        }).orElse(Authentication.notMine());
        register(Authenticator.class, together, null);
        configurator.set(Map.of("login.attempts", 3, "origins", "https://app.example.org"), () -> varies());
        try {
            List<Future<HttpResponse<String>>> guessing = new ArrayList<>();
            for (int i = 0; i < guesses.getParties(); i++) {
                guessing.add(start(() -> as("eve", "x", "guarded")));
            }
            for (Future<HttpResponse<String>> guess : guessing) {
                assertRefused(401, -32001, guess.get(PATIENCE, TimeUnit.SECONDS));
            }
            assertWaits(as("ann", "s3cr\u00e9t", "guarded"));
            assertWaits(as("ann", "s3cr\u00e9t", "open"));
            assertWaits(http.post("guarded/look", "[]", "Authorization", "Bearer x"));
            assertEquals("[\"- -\"]", http.post("open/look", "[]").body());
            assertRefused(401, -32001, http.post("guarded/look", "[]"));
            LoginService logins = context.getService(context.getServiceReference(LoginService.class));
            assertThrows(TooManyLoginsException.class, () -> logins.login(new Form("127.0.0.1")));
            assertEquals("ann", logins.login(new Form("192.0.2.1")).principal().getName());
        } finally {
            configurator.reset(() -> !varies());
            whiteboard().stop();
            whiteboard().start();
        }
        assertEquals("forgotten", 200, as("ann", "s3cr\u00e9t", "guarded").statusCode());
    }

    /** Whether origins are configured, which shows that the rest is in force as well. */
    private boolean varies() {
        return http.post("open/look", "[]").headers().firstValue("Vary").isPresent();
    }

    /** Of eight failures at once the last one counts most: half a minute at least. */
    private static void assertWaits(HttpResponse<String> response) {
        assertRefused(429, -32001, response);
        int seconds = Integer.parseInt(response.headers().firstValue("Retry-After").orElse("0"));
        assertTrue("Retry-After: " + seconds, seconds > 5 && seconds <= 60);
    }

    /** A login form that ann filled in, which is no call. */
    private record Form(String remoteAddress) implements AuthenticationRequest {

        @Override
        public Optional<PasswordCredentials> password() {
            return Optional.of(new PasswordCredentials("ann", "s3cr\u00e9t"));
        }

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String url() {
            return "http://localhost/login";
        }

        @Override
        public String query() {
            return null;
        }

        @Override
        public List<String> headers(String name) {
            return List.of();
        }
    }
}
