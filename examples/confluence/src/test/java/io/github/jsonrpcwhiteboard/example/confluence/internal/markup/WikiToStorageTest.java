package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

class WikiToStorageTest {

    private static final String TOC = "<ac:structured-macro ac:name=\"toc\" />";

    private final Markup markup = new Markup();

    static Stream<Arguments> markup() {
        return Stream.of(
                arguments("h2. Title", "<h2>Title</h2>"),
                arguments("*bold* _it_ -gone- +new+ {{mono}}",
                        "<p><strong>bold</strong> <em>it</em> <del>gone</del> <u>new</u> <tt>mono</tt></p>"),
                arguments("* a\n** b\n* c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
                arguments("# a\n# b", "<ol><li>a</li><li>b</li></ol>"),
                arguments("||a||b||\n|1|2|",
                        "<table><tbody><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>"),
                arguments("bq. said", "<blockquote><p>said</p></blockquote>"),
                arguments("a\nb\n\nc", "<p>a<br />b</p><p>c</p>"),
                arguments("----", "<hr />"),
                arguments("{info}x{info}", "<div class=\"info\"><p>x</p></div>"),
                arguments("a & b < c &#8364;", "<p>a &amp; b &lt; c \u20ac</p>"),
                arguments("{noformat}\n*x*\n{noformat}", "<pre>*x*\n\n</pre>"),
                arguments("\\[a\\] \\{b}", "<p>[a] {b}</p>"),
                arguments("{toc}", TOC),
                arguments("{toc:maxLevel=2} text", TOC + "<p>text</p>"),
                arguments("text {toc:}", "<p>text </p>" + TOC),
                arguments("", ""));
    }

    @ParameterizedTest
    @MethodSource("markup")
    void markupBecomesXhtml(String wiki, String storage) throws Exception {
        assertEquals(storage, markup.toStorage(wiki));
    }

    static Stream<Arguments> links() {
        return Stream.of(
                arguments("[Title]", "<ac:link><ri:page ri:content-title=\"Title\" /></ac:link>"),
                arguments("[DS:Title]",
                        "<ac:link><ri:page ri:content-title=\"Title\" ri:space-key=\"DS\" /></ac:link>"),
                arguments("[text|Title]", "<ac:link><ri:page ri:content-title=\"Title\" />"
                        + "<ac:plain-text-link-body><![CDATA[text]]></ac:plain-text-link-body></ac:link>"),
                arguments("[text|DS:Title#top]", "<ac:link ac:anchor=\"top\">"
                        + "<ri:page ri:content-title=\"Title\" ri:space-key=\"DS\" />"
                        + "<ac:plain-text-link-body><![CDATA[text]]></ac:plain-text-link-body></ac:link>"),
                arguments("[*text*|Title|tip]", "<ac:link ac:tooltip=\"tip\"><ri:page ri:content-title=\"Title\" />"
                        + "<ac:link-body><strong>text</strong></ac:link-body></ac:link>"),
                arguments("[Q & \"A\"]",
                        "<ac:link><ri:page ri:content-title=\"Q &amp; &quot;A&quot;\" /></ac:link>"),
                arguments("[DS:Re: all]",
                        "<ac:link><ri:page ri:content-title=\"Re: all\" ri:space-key=\"DS\" /></ac:link>"),
                arguments("[What now: this]",
                        "<ac:link><ri:page ri:content-title=\"What now: this\" /></ac:link>"),
                arguments("[here|#anchor]", "<ac:link ac:anchor=\"anchor\">"
                        + "<ac:plain-text-link-body><![CDATA[here]]></ac:plain-text-link-body></ac:link>"),
                arguments("[^a file.txt]",
                        "<ac:link><ri:attachment ri:filename=\"a file.txt\" /></ac:link>"),
                arguments("[Title^a.txt]", "<ac:link><ri:attachment ri:filename=\"a.txt\">"
                        + "<ri:page ri:content-title=\"Title\" /></ri:attachment></ac:link>"),
                arguments("[~bob]", "<ac:link><ri:user ri:username=\"bob\" /></ac:link>"),
                arguments("[~bob:Title]",
                        "<ac:link><ri:page ri:content-title=\"Title\" ri:space-key=\"~bob\" /></ac:link>"),
                arguments("[text|http://host/a?b=c&d=e#f]", "<a href=\"http://host/a?b=c&amp;d=e#f\">text</a>"),
                arguments("[mailto:a@b.c]", "<a href=\"mailto:a@b.c\">mailto:a@b.c</a>"),
                arguments("https://host/", "<a href=\"https://host/\">https://host/</a>"),
                arguments("a[ | ]", "a[ | ]"), arguments("[ | ]", ""));
    }

    @ParameterizedTest
    @MethodSource("links")
    void linksTakeTheFormOfStorage(String wiki, String storage) throws Exception {
        assertEquals("<p>" + storage + "</p>", markup.toStorage(wiki));
    }

    @Test
    void imagesAreAttachmentsOrElsewhere() throws Exception {
        assertEquals("<p><ac:image><ri:attachment ri:filename=\"a.png\" /></ac:image></p>",
                markup.toStorage("!a.png!"));
        assertEquals("<p><ac:image ac:alt=\"x\"><ri:url ri:value=\"http://host/a.png\" /></ac:image></p>",
                markup.toStorage("!http://host/a.png|alt=x!"));
    }

    @Test
    void codeIsKeptToTheLetter() throws Exception {
        assertEquals("<ac:structured-macro ac:name=\"code\"><ac:parameter ac:name=\"language\">java</ac:parameter>"
                + "<ac:plain-text-body><![CDATA[if (a[b[0]]]]><![CDATA[>c) {  // <p> [x]\n  d &= 1;]]>"
                + "</ac:plain-text-body></ac:structured-macro>",
                markup.toStorage("{code:java}\nif (a[b[0]]>c) {  // <p> [x]\n  d &= 1;\n{code}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x|javascript:alert(1)]",
        "[javascript:alert(1)]", "!javascript:alert(1)!", "[x|data:text/html,<script>]",
        "{color:red;x:url(y)}z{color}", "[x|vbscript:y]", "!x|onerror=alert(1)!",
        "{code:onclick=alert(1)}\n</pre><script>\n{code}", "[<b>|\" onx=\"y]",
        "{panel:title=<script>|bgColor=javascript:x}\na\n{panel}", "|a|<script>|", "h1. <script>"})
    void nothingThatRunsComesThrough(String wiki) throws Exception {
        NodeList all = parsed(markup.toStorage(wiki)).getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertFalse(element.getTagName().matches("script|img|style"), element.getTagName());
            assertTrue(element.getAttribute("href").matches("|https?:.*"), element.getAttribute("href"));
            for (int k = 0; k < element.getAttributes().getLength(); k++) {
                assertFalse(element.getAttributes().item(k).getNodeName().matches("on.*|style"));
            }
        }
    }

    @Test
    void brokenCharactersAreLeftOut() throws Exception {
        assertEquals("<p>a?b\ufffd?c \ud83d\ude00</p>",
                markup.toStorage("a\ud800b\u0000\ufffd\udc00c\u0001 \ud83d\ude00"));
    }

    static Stream<String> hostile() {
        return Stream.of("*", "-", "#", "*-", "[", "]", "|", "||", "{quote}", "{quote}\n", "{code}", "{panel}\n",
                "{color:red}", "{toc}\n", "h1. a\n{toc}\n", "\\", " *a", " _a", " {{a", " @a", "??", "!", " !a",
                "(c)", "&#1", "bq. ", "[a|", "|[", "{", "{code:", "\n", " ", "a", "h1. \n", "http://", "*_", "|a[",
                "{info}", "\u0000", "\ud800", "* a\n** b\n", "{anchor:a}", "{noformat}\n", "[a|b]");
    }

    /** Each of them, repeated: refused, or done in good time. */
    @ParameterizedTest
    @MethodSource("hostile")
    void hugeMarkupEndsSoon(String part) {
        for (int length : new int[] {5_000, 50_000}) {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                try {
                    parsed(markup.toStorage(part.repeat(length / part.length())));
                } catch (RemoteException e) {
                    assertTrue(e.getMessage().startsWith("The wiki markup "), e.getMessage());
                }
            });
        }
    }

    @Test
    void manySmallThingsTakeLittleTime() {
        for (String part : List.of("h1. a\n", "[a|b]\n", "{toc}\n", "|a|b|\n", "{panel}a{panel}\n", "* a\n** b\n")) {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> markup.toStorage(part.repeat(30_000)), part);
        }
    }

    @Test
    void linesThatTakeTooLongAreRefused() {
        assertEquals("The wiki markup has lines that are too long.", assertThrows(RemoteException.class,
                () -> markup.toStorage(" *a".repeat(100_000))).getMessage());
        assertEquals("The wiki markup is nested too deeply.", assertThrows(RemoteException.class,
                () -> markup.toStorage("#".repeat(100_000) + " a")).getMessage());
    }

    @Test
    void anythingElseBecomesWellFormed() throws Exception {
        String[] parts = {"*", "_", "-", "[", "]", "|", "{code}", "{quote}", "{", "}", "\\", "!", "\n", "\n\n", "#",
            "h1. ", " ", "a", "http://x", "^", "~", ":", "<b>", "&", "{info}", "||", "(c)", "]]>", "\"", "'",
            "{color:red}", "bq. "};
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            StringBuilder wiki = new StringBuilder();
            random.ints(random.nextInt(40), 0, parts.length).forEach(part -> wiki.append(parts[part]));
            parsed(markup.toStorage(wiki.toString()));
        }
    }

    private static Document parsed(String storage) throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        parser.setErrorHandler(null);
        return parser.parse(new InputSource(new StringReader(
                "<x xmlns:ac='ac' xmlns:ri='ri'>" + storage + "</x>")));
    }
}
