package io.github.jsonrpcwhiteboard.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Columns. */
class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        assertEquals("A      B\nlong   1\nl      22\n", new Table("A", "B").row("long ", 1).row("l", 22).toString());
    }

    /** What plugins say of themselves must not move the cursor of an operator. */
    @Test
    void nothingControlsTheTerminal() {
        assertEquals("A\n?[2Jx?y\n", new Table("A").row("\u001b[2Jx\ny").toString());
    }

    @Test
    void inAPageEverythingIsText() {
        assertEquals("<table class=\"c\">\n<tr><th>A</th><th>B</th></tr>\n"
                + "<tr><td>&lt;b a=&quot;1&quot;&gt;</td><td>&amp;lt; &#39;</td></tr>\n</table>\n",
                new Table("A", "B").row("<b a=\"1\">", "&lt; '").html("c"));
    }
}
