package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class PreferencesIT {

    private static final String TO_VIEW =
            "NotPermittedException: You're not permitted to view the preferences of another user.";
    private static final String TO_CHANGE =
            "NotPermittedException: You're not permitted to change the preferences of another user.";

    private final WikiClient admin;
    private final WikiClient ann;
    private final WikiClient bob;
    private final String key = Wiki.unique("key.");

    PreferencesIT(Wiki wiki) {
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
        this.bob = wiki.user("bob");
    }

    @Test
    void booleans() {
        assertEquals(false, ann.call("getUserPreferenceBoolean", "ann", key).asBoolean());
        assertTrue(ann.call("setUserPreferenceBoolean", "ann", key, true).asBoolean());
        assertTrue(admin.call("getUserPreferenceBoolean", "ann", key).asBoolean());
        assertEquals(TO_VIEW, bob.refused("getUserPreferenceBoolean", "ann", key));
        assertEquals(TO_CHANGE, bob.refused("setUserPreferenceBoolean", "ann", key, false));
    }

    @Test
    void numbers() {
        assertEquals(0, ann.call("getUserPreferenceLong", "ann", key).asLong());
        assertTrue(admin.call("setUserPreferenceLong", "ann", key, Long.MAX_VALUE).asBoolean());
        assertEquals(Long.MAX_VALUE, ann.call("getUserPreferenceLong", "ann", key).asLong());
        assertEquals(TO_VIEW, bob.refused("getUserPreferenceLong", "ann", key));
        assertEquals(TO_CHANGE, bob.refused("setUserPreferenceLong", "ann", key, 1));
    }

    @Test
    void texts() {
        assertTrue(ann.call("getUserPreferenceString", "ann", key).isNull());
        assertTrue(ann.call("setUserPreferenceString", "ann", key, "\u20ac").asBoolean());
        assertEquals("\u20ac", ann.text("getUserPreferenceString", "ann", key));
        assertEquals("RemoteException: The preference " + key + " is not a whole number.",
                ann.refused("getUserPreferenceLong", "ann", key));
        assertTrue(ann.call("setUserPreferenceString", "ann", key, null).asBoolean());
        assertTrue(ann.call("getUserPreferenceString", "ann", key).isNull());
        assertEquals(TO_VIEW, bob.refused("getUserPreferenceString", "ann", key));
        assertEquals(TO_CHANGE, bob.refused("setUserPreferenceString", "ann", key, "x"));
    }
}
