package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import java.util.Optional;

import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;

import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageLink;

/** The names that storage format has beyond XHTML. */
final class Storage {

    static final String LINK = "ac:link";
    static final String LINK_BODY = "ac:link-body";
    static final String LINK_TEXT = "ac:plain-text-link-body";
    static final String ANCHOR = "ac:anchor";
    static final String TOOLTIP = "ac:tooltip";
    static final String IMAGE = "ac:image";
    static final String MACRO = "ac:structured-macro";
    static final String NAME = "ac:name";
    static final String PARAMETER = "ac:parameter";
    static final String MACRO_TEXT = "ac:plain-text-body";
    static final String MACRO_BODY = "ac:rich-text-body";

    static final String PAGE = "ri:page";
    static final String TITLE = "ri:content-title";
    static final String SPACE = "ri:space-key";
    static final String USER = "ri:user";
    static final String USER_NAME = "ri:username";
    static final String FILE = "ri:attachment";
    static final String FILE_NAME = "ri:filename";
    static final String URL = "ri:url";
    static final String URL_VALUE = "ri:value";

    private Storage() {
    }

    /** An element that is written as a tag that ends itself, if nothing is put into it. */
    static Element empty(String name) {
        return new Element(new Tag(name).set(Tag.SelfClose), "");
    }

    /** What a {@link #PAGE} leads to, in a content of that space; empty if it does not say. */
    static Optional<PageLink> page(Element page, String space) {
        String title = page.attr(TITLE);
        String key = page.attr(SPACE);
        return title.isBlank() ? Optional.empty() : Optional.of(new PageLink(key.isBlank() ? space : key, title));
    }
}
