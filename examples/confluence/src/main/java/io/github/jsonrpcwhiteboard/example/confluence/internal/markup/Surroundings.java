package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageLink;

/** Where a content is shown, and for whom. */
public interface Surroundings {

    /** The key of the space. */
    String space();

    /** The URL of the page: relative links begin there. */
    String url();

    /** The URLs of those pages that are there, and may be viewed. */
    Map<PageLink, String> urls(SortedSet<PageLink> pages);

    /** The URL of an attachment of the page; empty if there is no page yet. */
    Optional<String> attachment(String fileName);
}
