package io.github.jsonrpcwhiteboard.itest.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Wiki.Shared.class)
class MarkupIT {

    private static final String NO_PAGE =
            "RemoteException: You're not allowed to view that page, or it does not exist.";
    private static final String NO_SPACE =
            "RemoteException: You're not allowed to view that space, or it does not exist.";
    private static final Map<String, String> CLEAN = Map.of("style", "clean");

    private final Wiki wiki;
    private final WikiClient admin;
    private final WikiClient ann;

    MarkupIT(Wiki wiki) {
        this.wiki = wiki;
        this.admin = wiki.admin();
        this.ann = wiki.user("ann");
    }

    /** For everybody who may use the site; there is nothing to be refused but no markup. */
    @Test
    void convertWikiToStorageFormat() {
        for (int i = 0; i < 2; i++) {
            assertEquals("<h1>T</h1><p><strong>b</strong> <ac:link>"
                    + "<ri:page ri:content-title=\"Page\" ri:space-key=\"DS\" />"
                    + "<ac:plain-text-link-body><![CDATA[a]]></ac:plain-text-link-body></ac:link></p>",
                    ann.text("convertWikiToStorageFormat", "h1. T\n\n*b* [a|DS:Page]"));
        }
        assertEquals("RemoteException: The markup is missing.",
                ann.refused("convertWikiToStorageFormat", (Object) null));
        assertEquals(401, wiki.nobody().status("convertWikiToStorageFormat", "x"));
    }

    @Test
    void renderContent() {
        String space = wiki.space();
        String hidden = wiki.hiddenSpace();
        admin.call("storePage", Map.of("space", hidden, "title", "Secret", "content", "x"));
        long page = ann.call("storePage", Map.of("space", space, "title", "Page", "content", "[Home] [s|" + hidden
                + ":Secret] <script>*x*")).get("id").asLong();
        String home = "<a href=\"" + admin.call("getSpace", space).get("url").asText() + "/Home\">Home</a>";
        String html = "<p>" + home + " <span>s</span></p>";
        assertEquals("<div class=\"wiki-content\">[Home] [s|" + hidden + ":Secret] </div>",
                ann.text("renderContent", space, page, ""), "with a tag it is not wiki markup");
        assertEquals("<div class=\"wiki-content\">" + html + "</div>",
                ann.text("renderContent", space, page, "[Home] [s|" + hidden + ":Secret]"));
        assertEquals(html, ann.text("renderContent", space, 0, "[Home] [s|" + hidden + ":Secret]", CLEAN));
        assertEquals("<p>a</p>", ann.text("renderContent", space, page,
                "<p onclick='alert(1)'>a<script>alert(1)</script></p>", CLEAN));
    }

    @Test
    void renderContentOfWhatIsHiddenIsRefused() {
        String hidden = wiki.hiddenSpace();
        long page = admin.call("storePage", Map.of("space", hidden, "title", "Page", "content", "x"))
                .get("id").asLong();
        assertEquals("<p>x</p>", admin.text("renderContent", hidden, page, null, CLEAN));
        assertEquals(NO_PAGE, ann.refused("renderContent", hidden, page, null));
        assertEquals(NO_PAGE, ann.refused("renderContent", hidden, page, "y", CLEAN));
        assertEquals(NO_SPACE, ann.refused("renderContent", hidden, 0, "y", CLEAN));
    }
}
