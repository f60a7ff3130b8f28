package io.github.jsonrpcwhiteboard.example.confluence.internal;

import static io.github.jsonrpcwhiteboard.example.confluence.internal.TestSite.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

class PreferencesTest {

    private TestSite site;
    private ConfluenceService service;

    @BeforeEach
    void open() throws Exception {
        site = TestSite.inMemory();
        service = site.service;
        site.as("bob");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(RemoteException.class, call).getMessage());
    }

    @Test
    void whatIsSetIsThere() throws Exception {
        assertTrue(service.setUserPreferenceBoolean(TOKEN, "bob", "b", true));
        assertTrue(service.setUserPreferenceLong(TOKEN, "Bob", "l", Long.MIN_VALUE));
        assertTrue(service.setUserPreferenceString(TOKEN, "BOB", "s", "\u20ac\n"));
        site.asAdministrator();
        assertTrue(service.getUserPreferenceBoolean(TOKEN, "bob", "b"));
        assertEquals(Long.MIN_VALUE, service.getUserPreferenceLong(TOKEN, "bob", "l"));
        assertEquals("\u20ac\n", service.getUserPreferenceString(TOKEN, "bob", "s"));
        assertTrue(service.setUserPreferenceLong(TOKEN, "bob", "l", 7));
        assertEquals(7, service.getUserPreferenceLong(TOKEN, "bob", "l"));
        assertEquals(0, service.getUserPreferenceLong(TOKEN, "admin", "l"), "each has their own");
    }

    @Test
    void whatWasNeverSetIsNothing() throws Exception {
        assertFalse(service.getUserPreferenceBoolean(TOKEN, "bob", "none"));
        assertEquals(0, service.getUserPreferenceLong(TOKEN, "bob", "none"));
        assertNull(service.getUserPreferenceString(TOKEN, "bob", "none"));
    }

    @Test
    void nullIsNothingAgain() throws Exception {
        service.setUserPreferenceString(TOKEN, "bob", "s", "x");
        assertTrue(service.setUserPreferenceString(TOKEN, "bob", "s", null));
        assertNull(service.getUserPreferenceString(TOKEN, "bob", "s"));
        assertTrue(service.setUserPreferenceString(TOKEN, "bob", "s", ""));
        assertEquals("", service.getUserPreferenceString(TOKEN, "bob", "s"));
    }

    @Test
    void keysAreToldApartByCase() throws Exception {
        service.setUserPreferenceString(TOKEN, "bob", "k", "small");
        service.setUserPreferenceString(TOKEN, "bob", "K", "great");
        assertEquals("small", service.getUserPreferenceString(TOKEN, "bob", "k"));
    }

    @Test
    void oneTypeIsReadAsAnotherWhereThatMakesSense() throws Exception {
        service.setUserPreferenceLong(TOKEN, "bob", "l", 12);
        service.setUserPreferenceBoolean(TOKEN, "bob", "b", true);
        assertEquals("12", service.getUserPreferenceString(TOKEN, "bob", "l"));
        assertEquals("true", service.getUserPreferenceString(TOKEN, "bob", "b"));
        service.setUserPreferenceString(TOKEN, "bob", "s", "-3");
        assertEquals(-3, service.getUserPreferenceLong(TOKEN, "bob", "s"));
        service.setUserPreferenceString(TOKEN, "bob", "s", "TRUE");
        assertTrue(service.getUserPreferenceBoolean(TOKEN, "bob", "s"));
        assertRefused("The preference s is not a whole number.",
                () -> service.getUserPreferenceLong(TOKEN, "bob", "s"));
        assertRefused("The preference l is neither true nor false.",
                () -> service.getUserPreferenceBoolean(TOKEN, "bob", "l"));
    }

    @Test
    void preferencesAreTheUsersOwn() throws Exception {
        service.getSpaces(TOKEN);
        site.as("carol");
        service.getSpaces(TOKEN);
        for (String user : new String[] {"bob", "nobody", null}) {
            assertNotPermitted("view", () -> service.getUserPreferenceBoolean(TOKEN, user, "k"));
            assertNotPermitted("view", () -> service.getUserPreferenceLong(TOKEN, user, "k"));
            assertNotPermitted("view", () -> service.getUserPreferenceString(TOKEN, user, "k"));
            assertNotPermitted("change", () -> service.setUserPreferenceBoolean(TOKEN, user, "k", true));
            assertNotPermitted("change", () -> service.setUserPreferenceLong(TOKEN, user, "k", 1));
            assertNotPermitted("change", () -> service.setUserPreferenceString(TOKEN, user, "k", "v"));
        }
        site.asAdministrator();
        assertNull(service.getUserPreferenceString(TOKEN, "bob", "k"));
    }

    private static void assertNotPermitted(String what, Executable call) {
        assertEquals("You're not permitted to " + what + " the preferences of another user.",
                assertThrows(NotPermittedException.class, call).getMessage());
    }

    @Test
    void argumentsAreChecked() {
        assertRefused("The key of the preference is missing.", () -> service.getUserPreferenceLong(TOKEN, "bob", null));
        assertRefused("The key of the preference is empty.",
                () -> service.setUserPreferenceString(TOKEN, "bob", "", "v"));
        assertRefused("The key of the preference is longer than 255 characters.",
                () -> service.setUserPreferenceLong(TOKEN, "bob", "k".repeat(256), 1));
        assertRefused("The value of the preference is longer than 10000 characters.",
                () -> service.setUserPreferenceString(TOKEN, "bob", "k", "v".repeat(10_001)));
        site.asAdministrator();
        assertRefused("There is no user nobody.", () -> service.getUserPreferenceLong(TOKEN, "nobody", "k"));
        assertRefused("There is no user nobody.", () -> service.setUserPreferenceLong(TOKEN, "nobody", "k", 1));
        assertRefused("The name of the user is missing.", () -> service.setUserPreferenceLong(TOKEN, null, "k", 1));
    }
}
