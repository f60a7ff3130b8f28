package io.github.jsonrpcwhiteboard.example.confluence.internal.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ActivitiesTest {

    private final Activities activities = new Activities();

    @Test
    void theyAreToldInTheirOrder() {
        assertEquals("", activities.toString());
        activities.start("bob", "import");
        activities.start("ann", "edit");
        activities.start("bob", "export");
        activities.stop("bob", "import");
        assertEquals("ann: edit, bob: export", activities.toString());
    }

    @Test
    void aUserWithManyLosesTheEldest() {
        activities.start("bob", "edit");
        for (int i = 0; i <= Activities.MAX_OF_USER; i++) {
            assertTrue(activities.start("ann", "edit" + i));
        }
        assertFalse(activities.stop("ann", "edit0"));
        assertTrue(activities.stop("ann", "edit1"));
        assertTrue(activities.stop("bob", "edit"));
    }

    @Test
    void thereIsAnEndToThemAll() {
        for (int i = 0; i <= Activities.MAX_SIZE; i++) {
            assertTrue(activities.start("user" + i, "edit"));
        }
        assertFalse(activities.stop("user0", "edit"));
        assertTrue(activities.stop("user1", "edit"));
        assertTrue(activities.stop("user" + Activities.MAX_SIZE, "edit"));
    }
}
