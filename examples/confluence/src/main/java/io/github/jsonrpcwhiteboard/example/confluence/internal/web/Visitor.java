package io.github.jsonrpcwhiteboard.example.confluence.internal.web;

import java.util.function.Predicate;

/**
 * Who asks for a page.
 *
 * @param name null if not logged in
 * @param hasRole tells the roles that the host gives
 */
public record Visitor(String name, Predicate<String> hasRole) {

    static final Visitor ANONYMOUS = new Visitor(null, role -> false);
}
