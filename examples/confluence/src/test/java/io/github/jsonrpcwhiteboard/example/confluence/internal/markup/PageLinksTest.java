package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Version;

import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageLink;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

class PageLinksTest {

    private static final Site SITE = new Site("http://host/wiki", Version.emptyVersion, 0, Set.of());
    private static final PageLink OLD = new PageLink("DS", "Old");
    private static final PageLink NEW = new PageLink("DS", "New & <better>");
    private static final PageLink AWAY = new PageLink("X", "Away");

    private static PageLinks links(String body) {
        return PageLinks.in(body, "DS", SITE);
    }

    /** A body with a link to OLD; the same with NEW; and with AWAY. */
    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("<p>a <ac:link><ri:page ri:content-title=\"Old\" /></ac:link> b</p>",
                        "<p>a <ac:link><ri:page ri:content-title=\"New &amp; &lt;better&gt;\" /></ac:link> b</p>",
                        "<p>a <ac:link><ri:page ri:content-title=\"Away\" ri:space-key=\"X\" /></ac:link> b</p>"),
                arguments("<ac:link ac:anchor='x'>\n<ri:page ri:version-at-save='3' ri:space-key='ds'\n"
                        + "ri:content-title='old'></ri:page></ac:link>",
                        "<ac:link ac:anchor='x'>\n<ri:page ri:version-at-save=\"3\" "
                        + "ri:content-title=\"New &amp; &lt;better&gt;\"></ri:page></ac:link>",
                        "<ac:link ac:anchor='x'>\n<ri:page ri:version-at-save=\"3\" ri:content-title=\"Away\" "
                        + "ri:space-key=\"X\"></ri:page></ac:link>"),
                arguments("<p><br><a class=x href='http://host/wiki/display/DS/Old?a=b&amp;c#d'>o</a> &nbsp;<p>",
                        "<p><br><a class=\"x\" href=\"http://host/wiki/display/DS/New+%26+%3Cbetter%3E?a=b&amp;c#d\">"
                        + "o</a> &nbsp;<p>",
                        "<p><br><a class=\"x\" href=\"http://host/wiki/display/X/Away?a=b&amp;c#d\">o</a> &nbsp;<p>"),
                arguments("<a href=/wiki/display/DS/Old?/>o</a>",
                        "<a href=\"/wiki/display/DS/New+%26+%3Cbetter%3E?/\">o</a>",
                        "<a href=\"/wiki/display/X/Away?/\">o</a>"),
                arguments("<a href=\"/wiki/display/%44s/%4fld\">o</a>",
                        "<a href=\"/wiki/display/DS/New+%26+%3Cbetter%3E\">o</a>",
                        "<a href=\"/wiki/display/X/Away\">o</a>"),
                arguments("a [Old] b [ text | ds:OLD #top | tip ] *c*",
                        "a [New & <better>] b [ text | New & <better>#top | tip ] *c*",
                        "a [X:Away] b [ text | X:Away#top | tip ] *c*"),
                arguments("[Old^file.txt]", "[New & <better>^file.txt]", "[X:Away^file.txt]"),
                arguments("[o|http://host/wiki/display/DS/Old#top]",
                        "[o|http://host/wiki/display/DS/New+%26+%3Cbetter%3E#top]",
                        "[o|http://host/wiki/display/X/Away#top]"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void linksAreFoundAndLeadElsewhere(String body, String renamed, String away) {
        assertEquals(1, links(body).pages().size());
        assertEquals(0, links(body).pages().first().compareTo(OLD));
        assertEquals(renamed, links(body).redirected(OLD, NEW));
        assertEquals(Set.of(NEW), links(renamed).pages());
        assertEquals(away, links(body).redirected(OLD, AWAY));
        assertEquals(Set.of(AWAY), links(away).pages());
        assertEquals(body, links(body).redirected(NEW, AWAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<p>[Old] <![CDATA[<ri:page ri:content-title=\"Old\"/>]]> <!-- <ri:page ri:content-title=\"Old\"/> --></p>",
        "<p title='<ri:page ri:content-title=\"Old\"/>'>&lt;ri:page ri:content-title=\"Old\"/&gt;</p>",
        "{code}[Old]{code} \\[Old] {noformat}[Old]{noformat} {code:java}[Old]", "[Old", "Old]",
        "[#Old] [~Old] [^Old]", "[http://host/wiki/pages/Old] [x|http://other/display/DS/Old] [x|mailto:Old]",
        "[x|\n]", "[Old\n]", "<a href='http://host/wiki/display/DS'>x</a>",
        "<a href='http://host/wiki/display/DS/2026/01/02/Old'>x</a>",
        "<a href='http://host/wiki/display/DS/%zz'>x</a>", "<ri:page/><ri:page ri:content-title=' '/>", "", "plain"})
    void whatIsNoLinkStays(String body) {
        assertEquals(Set.of(), links(body).pages());
        assertEquals(body, links(body).redirected(OLD, NEW));
    }

    @Test
    void linksToOtherPagesStay() {
        String body = "[Old] [Other] [X:Old]";
        assertEquals(3, links(body).pages().size());
        assertEquals("[New & <better>] [Other] [X:Old]", links(body).redirected(OLD, NEW));
    }

    @Test
    void aContentThatMovesLinksToWhereItLinked() {
        assertEquals("[DS:Old] [Away] [Z:z] [t|DS:Old] [Away]",
                links("[Old] [X:Away] [Z:z] [t|ds:Old] [x:Away]").seenFrom("X").replace("ds:", "DS:"));
        String body = "<ri:page ri:content-title=\"Old\" /><ri:page ri:content-title=\"Away\" ri:space-key=\"X\" />";
        String moved = "<ri:page ri:content-title=\"Old\" ri:space-key=\"DS\" /><ri:page ri:content-title=\"Away\" />";
        assertEquals(moved, links(body).seenFrom("X"));
        assertEquals(links(body).pages(), PageLinks.in(moved, "X", SITE).pages());
        assertEquals(body, PageLinks.in(moved, "X", SITE).seenFrom("DS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plain", "a:b", "DS:a", "http://x", "a#b", "a|b", "[a]", "a^b", "~a", "^a", "#a", "/a/b",
        "a b ", " a", "\u00e4\u20ac\ud83d\ude00", "a&b<c>\"d'", "{code}", "a\\b", "a+b%20", "mailto:x", "$1\\1",
        "!a!", "*a*", "]]>", "a\nb"})
    void everyTitleCanBeLinkedTo(String title) {
        for (String space : List.of("DS", "X", "~bob")) {
            PageLink page = new PageLink(space, title);
            for (String body : List.of("[Old]", "[text|Old]", "[DS:Old#top]", "<ri:page ri:content-title=\"Old\"/>",
                    "<p><a href=\"/wiki/display/DS/Old\">x</a></p>")) {
                String moved = links(body).redirected(OLD, page);
                assertEquals(Set.of(page), links(moved).pages(), moved);
            }
        }
    }

    @Test
    void anyBodyKeepsWhatIsNoLink() {
        String[] parts = {"<", ">", "/>", "'", "\"", "=", " ", "a", "<p>", "</p>", "<ac:link>",
            "<ri:page ri:content-title='Old'/>", "<ri:page ri:content-title=Old>", "<![CDATA[", "]]>", "<!--", "-->",
            "<a href='/wiki/display/DS/Old'", "[Old]", "[", "]", "|", "{code}", "\\", "\n", "&amp;",
            "ri:space-key='X'", "<ri:page ", "ri:content-title='Old' "};
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder parted = new StringBuilder();
            random.ints(random.nextInt(25), 0, parts.length).forEach(part -> parted.append(parts[part]));
            String body = i % 2 == 0 ? "<p>" + parted : parted.toString().replace("<", "");
            PageLinks links = links(body);
            assertEquals(body, links.redirected(NEW, AWAY));
            assertEquals(links.pages().contains(OLD), links(links.redirected(OLD, AWAY)).pages().contains(AWAY), body);
            assertEquals(false, links(links.redirected(OLD, AWAY)).pages().contains(OLD), body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[a|", "[a]", "\\", "{code:", "{code}", "{noformat}", "<p>",
        "<ri:page ri:content-title='a'/>", "<", "&", "<a href='/wiki/display/DS/a'>", "<![CDATA[", "<!--",
        "<ac:link>", "a"})
    void hugeBodiesAreReadSoon(String part) {
        String body = part.repeat(500_000 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> links(body).redirected(OLD, NEW));
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> links("<p>" + body).redirected(OLD, NEW));
    }
}
