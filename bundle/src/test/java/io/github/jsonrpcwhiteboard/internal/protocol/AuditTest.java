package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What callers send must not forge or flood the log. */
class AuditTest {

    @Test
    void controlCharactersAndSpacesAreEscaped() {
        assertEquals("a\\u000Ab\\u0020c\\u202Ed\\u007F", Audit.clean("a\nb c\u202Ed\u007f"));
    }

    @Test
    void longTextIsCut() {
        assertEquals("x".repeat(128) + "…", Audit.clean("x".repeat(129)));
        assertEquals("x".repeat(128), Audit.clean("x".repeat(128)));
    }
}
