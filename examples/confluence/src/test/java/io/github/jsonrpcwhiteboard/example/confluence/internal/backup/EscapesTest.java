package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EscapesTest {

    @Test
    void everyCharacterComesBack() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i <= Character.MAX_VALUE; i++) {
            all.append((char) i).append('x');
            String pair = "" + (char) i + (char) i;
            assertEquals(pair, Escapes.unescape(Escapes.escape(pair)));
        }
        assertEquals(all.toString(), Escapes.unescape(Escapes.escape(all.toString())));
        assertFalse(Escapes.areNeeded(Escapes.escape(all.toString())));
    }

    @Test
    void whatXmlCanHoldStays() {
        String text = "a\t\n <&> \\u0041 \u00e4 \ud83d\ude00 \ufffd";
        assertFalse(Escapes.areNeeded(text));
        assertTrue(Escapes.areNeeded("\r"));
        assertEquals("\\\\u0041\\u000d\ud83d\ude00\\ude00", Escapes.escape("\\u0041\r\ud83d\ude00\ude00"));
    }

    @Test
    void whatIsNoEscapeStays() {
        assertEquals("\\u12 \\x \\", Escapes.unescape("\\u12 \\x \\"));
    }
}
