package io.github.jsonrpcwhiteboard.oauth.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads one configuration, and remembers the keys that were asked for: one that nobody asks for is most likely
 * misspelt. For one thread.
 */
public final class Settings {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Dictionary<String, ?> values;
    private final Set<String> asked = new HashSet<>();

    /**
     * Reads from what Config Admin gave.
     *
     * @param values the configuration
     */
    public Settings(Dictionary<String, ?> values) {
        this.values = values;
    }

    /**
     * A text.
     *
     * @param key its key
     * @return the text without white space around it; null if it is missing or blank
     * @throws BadSetting if it is not a text
     */
    public String text(String key) throws BadSetting {
        asked.add(key);
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw new BadSetting(key, "must be a text");
        }
        return text.isBlank() ? null : text.strip();
    }

    /**
     * A text.
     *
     * @param key its key
     * @param fallback what it is if missing
     * @return the text
     * @throws BadSetting if it is not a text
     */
    public String text(String key, String fallback) throws BadSetting {
        String text = text(key);
        return text == null ? fallback : text;
    }

    /**
     * A text for between the quotes of a challenge.
     *
     * @param key its key
     * @param fallback what it is if missing
     * @return the text
     * @throws BadSetting if it has a character that would have to be escaped
     */
    public String quotable(String key, String fallback) throws BadSetting {
        String text = text(key, fallback);
        if (!text.matches("[\\x20-\\x7E&&[^\"\\\\]]*")) {
            throw new BadSetting(key, "must be printable ASCII, without quotes and backslashes");
        }
        return text;
    }

    /**
     * A text that must be there.
     *
     * @param key its key
     * @return the text
     * @throws BadSetting if it is missing or not a text
     */
    public String required(String key) throws BadSetting {
        String text = text(key);
        if (text == null) {
            throw new BadSetting(key, "is missing");
        }
        return text;
    }

    /**
     * A list: an array, a collection or a text with commas.
     *
     * @param key its key
     * @param fallback what it is if missing
     * @return the parts, without blank ones
     * @throws BadSetting if it is no list of texts
     */
    public List<String> list(String key, String... fallback) throws BadSetting {
        asked.add(key);
        Object value = values.get(key);
        Stream<?> parts;
        if (value == null) {
            parts = Stream.empty();
        } else if (value instanceof String text) {
            parts = Arrays.stream(text.split(","));
        } else if (value instanceof String[] array) {
            parts = Arrays.stream(array);
        } else if (value instanceof Collection<?> collection) {
            parts = collection.stream();
        } else {
            throw new BadSetting(key, "must be a list of texts");
        }
        List<String> list = parts.map(part -> String.valueOf(part).strip()).filter(part -> !part.isEmpty()).toList();
        return list.isEmpty() ? List.of(fallback) : list;
    }

    /**
     * A whole number.
     *
     * @param key its key
     * @param fallback what it is if missing
     * @param min the least it may be
     * @param max the most it may be
     * @return the number
     * @throws BadSetting if it is no number or outside of the bounds
     */
    public int number(String key, int fallback, int min, int max) throws BadSetting {
        asked.add(key);
        Object value = values.get(key);
        if (value == null) {
            return fallback;
        }
        try {
            long number = Long.parseLong(value.toString().strip());
            if (number >= min && number <= max) {
                return (int) number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadSetting(key, "must be a whole number from " + min + " to " + max);
    }

    /**
     * Yes or no.
     *
     * @param key its key
     * @return no if missing
     * @throws BadSetting if it is neither {@code true} nor {@code false}
     */
    public boolean flag(String key) throws BadSetting {
        asked.add(key);
        Object value = values.get(key);
        String text = value == null ? "false" : value.toString().strip().toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw new BadSetting(key, "must be true or false");
        }
        return text.equals("true");
    }

    /**
     * The URL of a server whose answers are trusted, so one of https, or on this machine.
     *
     * @param key its key
     * @param plainHttp whether http is good for other machines too
     * @return null if it is missing
     * @throws BadSetting if it is no such URL
     */
    public URI url(String key, boolean plainHttp) throws BadSetting {
        String text = text(key);
        if (text == null) {
            return null;
        }
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new BadSetting(key, "must be a URL");
        }
        if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw new BadSetting(key, "must be a URL with a host, and without user and fragment");
        }
        boolean http = "http".equalsIgnoreCase(url.getScheme());
        if (http && !plainHttp && !LOOPBACK.contains(url.getHost()) || !http
                && !"https".equalsIgnoreCase(url.getScheme())) {
            throw new BadSetting(key, "must be an https URL; http is for this machine only");
        }
        return url;
    }

    /**
     * A file.
     *
     * @param key its key
     * @return null if it is missing
     * @throws BadSetting if there is no such file, or it cannot be read
     */
    public Path file(String key) throws BadSetting {
        String text = text(key);
        if (text == null) {
            return null;
        }
        try {
            Path path = Path.of(text);
            if (Files.isRegularFile(path) && Files.isReadable(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // said below
        }
        throw new BadSetting(key, "names no file that can be read");
    }

    /**
     * Refuses what was not asked for. Keys with a dot are those of the framework and its tools.
     *
     * @throws BadSetting if there is such a key
     */
    public void refuseOthers() throws BadSetting {
        for (String key : Collections.list(values.keys())) {
            if (!asked.contains(key) && key.indexOf('.') < 0) {
                throw new BadSetting(key, "is not known, the keys are " + new TreeSet<>(asked));
            }
        }
    }
}
