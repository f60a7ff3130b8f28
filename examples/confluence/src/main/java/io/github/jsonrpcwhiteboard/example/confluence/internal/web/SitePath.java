package io.github.jsonrpcwhiteboard.example.confluence.internal.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/**
 * What a URL asks for, as {@link Site} makes them.
 *
 * @param segments of the path, decoded; the parameter {@code name} counts as the last one
 * @param root the way from the path to the root, so that links hold behind any prefix
 * @param version the parameter {@code version}; 0 if there is none
 */
record SitePath(List<String> segments, String root, String version) {

    /**
     * @param rawPath as it was sent, from the first slash on
     * @param parameter finds parameters
     */
    static SitePath of(String rawPath, UnaryOperator<String> parameter) {
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.substring(1).split("/")) {
            segments.add(decode(segment));
        }
        String name = parameter.apply(Site.NAME);
        if (name != null) {
            segments.add(name);
        }
        String version = parameter.apply("version");
        int depth = (int) rawPath.chars().filter(c -> c == '/').count() - 1;
        return new SitePath(segments, "../".repeat(depth), version == null ? "0" : version);
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment; // a bare percent sign: whatever is asked for is not there
        }
    }

    boolean isBelow(String... parents) {
        return segments.size() > parents.length && segments.subList(0, parents.length).equals(List.of(parents));
    }

    static long id(String text) throws RemoteException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw nothing();
        }
    }

    static int number(String text) throws RemoteException {
        long number = id(text);
        if (number != (int) number) {
            throw nothing();
        }
        return (int) number;
    }

    /** What is at a path where there never is anything. */
    static RemoteException nothing() {
        return new RemoteException("You're not allowed to view that page, or it does not exist.");
    }
}
