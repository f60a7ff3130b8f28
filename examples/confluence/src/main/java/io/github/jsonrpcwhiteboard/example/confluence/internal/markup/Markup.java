package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

/** Wiki markup, storage format and HTML. Safe for use by several threads. */
public final class Markup {
}
