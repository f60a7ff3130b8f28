package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageLink;

class StorageToHtmlTest {

    private static final String TAGS = "a|abbr|b|blockquote|br|caption|code|col|div|em|h\\d|i|img|li|ol|p|pre|q|small|"
            + "span|strike|strong|s|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul";

    private final Markup markup = new Markup();

    /** In the space DS, where the page "There" can be viewed, as "Page" can in the space O. */
    private static final Surroundings SURROUNDINGS = new Surroundings() {

        @Override
        public String space() {
            return "DS";
        }

        @Override
        public String url() {
            return "http://wiki/display/DS/Here";
        }

        @Override
        public Map<PageLink, String> urls(SortedSet<PageLink> pages) {
            return new TreeMap<>(Map.of(new PageLink("DS", "There"), "http://wiki/display/DS/There",
                    new PageLink("O", "Page"), "http://wiki/display/O/Page"));
        }

        @Override
        public Optional<String> attachment(String fileName) {
            return Optional.of("http://wiki/download/" + fileName);
        }
    };

    private String html(String content) throws Exception {
        return markup.toHtml(content, SURROUNDINGS);
    }

    static Stream<Arguments> contents() {
        return Stream.of(
                arguments("<p>plain</p>", "<p>plain</p>"),
                arguments("*wiki*", "<p><strong>wiki</strong></p>"),
                arguments("text with <b>bold</b>", "text with <b>bold</b>"),
                arguments("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"),
                arguments("I <3 *this*", "<p>I &lt;3 <strong>this</strong></p>"),
                arguments("{code}\n<p>\n{code}\n*x*", "<pre>&lt;p&gt;</pre><p><strong>x</strong></p>"),
                arguments("<table class=\"wrapped\"><tbody><tr><td colspan=\"2\">x</td></tr></tbody></table>",
                        "<table class=\"wrapped\"><tbody><tr><td colspan=\"2\">x</td></tr></tbody></table>"),
                arguments("<p>&nbsp;&eacute;\u20ac</p>", "<p>&nbsp;\u00e9\u20ac</p>"),
                arguments("", ""));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void storageAndWikiAreToldApart(String content, String html) throws Exception {
        assertEquals(html, html(content));
    }

    static Stream<Arguments> links() {
        String there = "<ri:page ri:content-title=\"There\" />";
        String text = "<ac:plain-text-link-body><![CDATA[a <b> text]]></ac:plain-text-link-body>";
        return Stream.of(
                arguments(there, "<a href=\"http://wiki/display/DS/There\">There</a>"),
                arguments(there + text, "<a href=\"http://wiki/display/DS/There\">a &lt;b&gt; text</a>"),
                arguments("<ri:page ri:space-key='o' ri:content-title='page'/>" + text,
                        "<a href=\"http://wiki/display/O/Page\">a &lt;b&gt; text</a>"),
                arguments("<ri:page ri:content-title=\"There\"></ri:page><ac:link-body>a <em>body</em></ac:link-body>",
                        "<a href=\"http://wiki/display/DS/There\">a <em>body</em></a>"),
                arguments("<ri:page ri:content-title=\"Gone\" ri:space-key=\"HIDDEN\"/>" + text,
                        "<span>a &lt;b&gt; text</span>"),
                arguments("<ri:page ri:content-title=\"Gone\"/>", "<span>Gone</span>"),
                arguments("<ri:page/>", "<span></span>"),
                arguments("<ri:user ri:username=\"bob\"/>", "<span>bob</span>"),
                arguments("<ri:attachment ri:filename=\"a.txt\"/>", "<a href=\"http://wiki/download/a.txt\">a.txt</a>"),
                arguments("<ri:attachment ri:filename=\"a.txt\">" + there + "</ri:attachment>", "<span>a.txt</span>"));
    }

    @ParameterizedTest
    @MethodSource("links")
    void linksLeadToWhatMayBeViewed(String link, String html) throws Exception {
        assertEquals("<p>x " + html + " y</p>", html("<p>x <ac:link>" + link + "</ac:link> y</p>"));
    }

    @Test
    void anchorsAreOnThePageOrOnAnother() throws Exception {
        assertEquals("<a href=\"http://wiki/display/DS/Here#top\">top</a>", html("<ac:link ac:anchor=\"top\"/>"));
        assertEquals("<p><a href=\"http://wiki/display/DS/There#top\">x</a></p>", html("[x|There#top]"));
    }

    @Test
    void relativeLinksBecomeAbsolute() throws Exception {
        assertEquals("<a href=\"http://wiki/display/O/Page\">x</a>", html("<a href=\"/display/O/Page\">x</a>"));
        assertEquals("<a href=\"http://wiki/display/DS/Other\">x</a>", html("<a href=\"Other\">x</a>"));
    }

    @Test
    void macrosShowWhatTheyHave() throws Exception {
        assertEquals("<pre>a &lt; b\n[c]</pre>", html("<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name="
                + "\"language\">java</ac:parameter><ac:plain-text-body><![CDATA[a < b\n[c]]]></ac:plain-text-body>"
                + "</ac:structured-macro>"));
        assertEquals("<div class=\"info\"><p>told</p></div>", html("<ac:structured-macro ac:name=\"info\">"
                + "<ac:rich-text-body><p>told</p></ac:rich-text-body></ac:structured-macro>"));
        assertEquals("<img alt=\"x\" src=\"http://wiki/download/a.png\">",
                html("<ac:image ac:alt=\"x\"><ri:attachment ri:filename=\"a.png\"/></ac:image>"));
        assertEquals("", html("<ac:structured-macro ac:name=\"unknown\"/>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<script>alert(1)</script>", "<p onclick=alert(1) style='x:y'>a</p>", "<a href='javascript:alert(1)'>x</a>",
        "<a href='jav&#x09;ascript:alert(1)'>x</a>", "<a href=' &#1;javascript:alert(1)'>x</a>",
        "<a href='data:text/html,<script>'>x</a>", "<img src=data:image/svg+xml,x>", "<img src=x onerror=alert(1)>",
        "<svg><g/onload=alert(1)//<p>", "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<iframe src=javascript:alert(1)>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">", "<xmp><img src=x onerror=alert(1)></xmp>",
        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">",
        "<title><a title=\"</title><script>x</script>\">", "<p>a</p><![CDATA[<script>alert(1)</script>]]>",
        "<p><![CDATA[]]><script>x</script><![CDATA[]]></p>", "<p><![CDATA[",
        "<p><!--><img src=x onerror=alert(1)>--></p>", "<p title='`onclick=x'>`</p>", "<base href=//evil>",
        "<meta http-equiv=refresh content='0;url=x'>", "<link rel=stylesheet href=//evil>",
        "<object data=x><embed src=x>", "<p><ac:link><ri:url ri:value='javascript:alert(1)'/></ac:link></p>",
        "<template><script>x</script></template>",
        "<p><ac:image><ri:url ri:value='javascript:alert(1)'/></ac:image></p>",
        "<p><ac:image ac:onerror='alert(1)' ac:style='x'><ri:url ri:value='x'/></ac:image></p>",
        "<ac:link ac:anchor='&quot; onclick=&quot;x' ac:tooltip='&quot;><script>'/>",
        "<frameset><frame src=x></frameset>",
        "<ac:structured-macro ac:name='\"><script>'><ac:rich-text-body>x</ac:rich-text-body></ac:structured-macro>",
        "<ac:structured-macro ac:name='html'><ac:plain-text-body><![CDATA[<script>x</script>]]></ac:plain-text-body>"
                + "</ac:structured-macro>",
        "<ac:link><ri:page ri:content-title='&lt;script&gt;'/></ac:link>", "&lt;p&gt;<b>&lt;script&gt;</b>",
        "<ac:plain-text-body><script>alert(1)</script></ac:plain-text-body>", "<select><iframe></select>",
        "<table><a href='vbscript:x'><tr><td><style>", "<p id=x name=y>z</p>", "<input autofocus onfocus=x>",
        "</body></html><script>alert(1)</script>", "<plaintext><script>", "<p/onclick=x>", "<\u0000script>x",
        "<scr\u0000ipt>x"})
    void whatCouldRunIsGone(String content) throws Exception {
        assertSafe(html(content));
    }

    @Test
    void anythingElseIsSafe() throws Exception {
        String[] parts = {"<", ">", "/", "'", "\"", "=", " ", "a", "<script>", "</script>", "<style>", "</style>",
            "<svg>", "<math>", "<p>", "</p>", "<table>", "<td>", "<ac:link>", "</ac:link>",
            "<ri:page ri:content-title='There'/>", "<![CDATA[", "]]>", "<!--", "-->", "<img src=x onerror=y>",
            "<a href='", "javascript:x", "<ac:link-body>", "&lt;", "<title>", "<noscript>",
            "<ac:plain-text-link-body>", "<mglyph>", "<template>", "<ac:image>", "&#0;", "\ud800"};
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            StringBuilder content = new StringBuilder("<b>");
            random.ints(random.nextInt(30), 0, parts.length).forEach(part -> content.append(parts[part]));
            assertSafe(html(content.toString()));
        }
    }

    /** Safe for a reader who makes of it what a browser does. */
    private void assertSafe(String html) throws Exception {
        for (Element element : Jsoup.parse(html).body().getAllElements()) {
            assertTrue(element.nameIs("body") || element.normalName().matches(TAGS), html);
            for (Attribute attribute : element.attributes()) {
                assertTrue(attribute.getKey().matches("class|title|href|src|alt|width|height|align|colspan"), html);
                assertFalse(attribute.getValue().matches("(?is)\\s*(javascript|data|vbscript):.*"), html);
            }
        }
        assertEquals(html, html("<b></b>" + html).substring("<b></b>".length()), "the same again");
    }

    static Stream<String> hostile() {
        return Stream.of("<b>", "<p>", "<div>", "<ac:link>", "<ac:link><ac:link-body>",
                "<ri:page ri:content-title='x'/>", "<![CDATA[", "<![CDATA[]]>", "<!--", "<", "&", "<a href=x>",
                "<table>", "<table><tr><td>", "<b><p>", "<ac:structured-macro><ac:rich-text-body>", "<ac:image>",
                "<ac:parameter>", "<svg>", "<math><mi>", "</p>",
                "<ac:link><ri:page ri:content-title='There'/></ac:link>", "<ul><li>", "<b></i>", "<font size=1><p>");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hugeContentsEndSoon(String part) {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> html("<p>" + part.repeat(100_000 / part.length())));
    }

    @Test
    void deepContentsKeepTheirText() throws Exception {
        String html = html("<div>".repeat(10_000) + "deep" + "</div>".repeat(10_000) + "after");
        assertEquals("deepafter", Jsoup.parse(html).text().replace(" ", ""));
    }
}
