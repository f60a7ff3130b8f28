package io.github.jsonrpcwhiteboard.login;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where to go after the login: only to a page of this server. */
final class LocalPath {

    private static final int MAX_LENGTH = 2048;
    /** Browsers take {@code //host}, {@code /\host} and, dropping the tab, {@code /<tab>/host} for another server. */
    private static final Pattern LOCAL = Pattern.compile("/(?!/)[\\x21-\\x7E&&[^\\\\]]*");

    private LocalPath() {
    }

    /** The path as it is, if it is safe; empty otherwise, also for null. */
    static Optional<String> of(String from) {
        return Optional.ofNullable(from).filter(path -> path.length() <= MAX_LENGTH)
                .filter(path -> LOCAL.matcher(path).matches());
    }
}
