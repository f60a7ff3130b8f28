package io.github.jsonrpcwhiteboard.example.confluence.internal.search;

import java.util.Locale;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Takes the words out of the storage format. As XML, because the texts of its macros are CDATA, which HTML has not. */
public final class PlainText implements NodeVisitor {

    /** What does not end a word. */
    private static final Set<String> INLINE = Set.of("a", "b", "big", "code", "del", "em", "font", "i", "ins", "s",
            "small", "span", "strong", "sub", "sup", "tt", "u");

    /** What is not text but the settings of a macro. */
    private static final String PARAMETER = "ac:parameter";

    private final StringBuilder text = new StringBuilder();

    private PlainText() {
    }

    /** The text in a single line, whatever the markup is worth. */
    public static String of(String markup) {
        PlainText words = new PlainText();
        Jsoup.parse(markup, "", Parser.xmlParser()).traverse(words);
        return words.text.toString().replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words && !isParameter(node.parent())) {
            text.append(words.getWholeText());
        } else {
            endWord(node);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        endWord(node);
    }

    private void endWord(Node node) {
        if (node instanceof Element && !INLINE.contains(node.nodeName().toLowerCase(Locale.ROOT))) {
            text.append(' ');
        }
    }

    private static boolean isParameter(Node node) {
        return node != null && PARAMETER.equals(node.nodeName());
    }
}
