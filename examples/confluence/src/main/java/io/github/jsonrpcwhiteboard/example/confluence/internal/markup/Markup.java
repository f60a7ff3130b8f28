package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import java.nio.charset.StandardCharsets;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

/** Wiki markup, storage format and HTML. Safe for use by several threads. */
public final class Markup {

    private static final String NOT_IN_XML = "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]";

    /** Storage format of wiki markup. */
    public String toStorage(String wiki) throws RemoteException {
        return WikiToStorage.convert(clean(wiki));
    }

    /** HTML that is safe to show, of storage format or wiki markup. */
    public String toHtml(String content, Surroundings surroundings) throws RemoteException {
        String clean = clean(content);
        return StorageToHtml.convert(WikiText.isStorage(clean) ? clean : WikiToStorage.convert(clean), surroundings);
    }

    /** Without what no document can have: halves of characters, and most control characters. */
    private static String clean(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replaceAll(NOT_IN_XML, "");
    }
}
