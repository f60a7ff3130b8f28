package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.internal.backup.Archives;
import io.github.jsonrpcwhiteboard.example.confluence.internal.host.Host;
import io.github.jsonrpcwhiteboard.example.confluence.internal.login.WrongPasswords;
import io.github.jsonrpcwhiteboard.example.confluence.internal.markup.Markup;
import io.github.jsonrpcwhiteboard.example.confluence.internal.search.SearchIndex;

/**
 * What areas use besides the database.
 *
 * @param anonymousAccess told that callers without a login have been let in or kept out
 */
public record Services(SearchIndex index, Markup markup, Archives archives, Host host, WrongPasswords wrongPasswords,
        Runnable anonymousAccess) {
}
