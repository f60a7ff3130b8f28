package io.github.jsonrpcwhiteboard.itest.confluence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import io.github.jsonrpcwhiteboard.launcher.LauncherProcess;

/**
 * A running launcher with the example plugin. Tests with {@code @ExtendWith(Wiki.Shared.class)} get the one that all
 * share as a parameter: each makes its own spaces and users.
 */
public final class Wiki implements AutoCloseable {

    private static final Pattern PASSWORD = Pattern.compile("curl -u admin:(\\w+) .*");
    private static final int LOG_LINES = 40;
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final LauncherProcess launcher;
    private final String url;
    private final String adminPassword;
    private final Map<String, WikiClient> clients = new ConcurrentHashMap<>();

    private Wiki(LauncherProcess launcher, String adminPassword) {
        this.launcher = launcher;
        this.url = launcher.url();
        this.adminPassword = adminPassword == null ? passwordIn(launcher) : adminPassword;
    }

    private static String passwordIn(LauncherProcess launcher) {
        return launcher.out().stream().map(PASSWORD::matcher).filter(Matcher::matches).map(line -> line.group(1))
                .findFirst().orElseThrow(() -> new AssertionError("no password: " + launcher));
    }

    /** Starts one on a new or an existing directory. */
    static Wiki start(Path data, String adminPassword) throws IOException {
        return start(data, adminPassword, LauncherProcess.DIST.resolve("conf"));
    }

    /** Starts one with a configuration of its own. */
    static Wiki start(Path data, String adminPassword, Path conf) throws IOException {
        Files.createDirectories(data);
        return new Wiki(LauncherProcess.start(data, LauncherProcess.DIST, "--port", "0", "--data", data.toString(),
                "--conf", conf.toString()), adminPassword);
    }

    /** Makes a directory of the launcher's own configuration files, and these settings of the wiki besides. */
    static Path conf(Path directory, String... settings) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(LauncherProcess.DIST.resolve("conf"))) {
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
        Files.write(directory.resolve("io.github.jsonrpcwhiteboard.example.confluence.cfg"), List.of(settings),
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return directory;
    }

    /** The URL of the server, with a slash at the end. */
    public String url() {
        return url;
    }

    /** The password of the host's administrator, whose name is admin. */
    public String adminPassword() {
        return adminPassword;
    }

    /** The host's administrator. */
    WikiClient admin() {
        return clients.computeIfAbsent("admin", name -> new WikiClient(this, name, adminPassword));
    }

    /** A user of the wiki, who is added when asked for the first time; the password is the name in reverse. */
    WikiClient user(String name) {
        return clients.computeIfAbsent(name, added -> {
            String password = new StringBuilder(name).reverse().toString();
            admin().call("addUser", Map.of("name", name, "fullname", name, "email", name + "@example.org"), password);
            return new WikiClient(this, name, password);
        });
    }

    /** Somebody without a login. */
    WikiClient nobody() {
        return clients.computeIfAbsent("", name -> new WikiClient(this, null, null));
    }

    /** A key or name that no other test has. */
    static String unique(String prefix) {
        return "%s%05d".formatted(prefix, NAMES.incrementAndGet());
    }

    /** A new space in which all users may view and contribute; returns its key. */
    String space() {
        String key = unique("S");
        admin().call("addSpaceWithDefaultPermissions", Map.of("key", key, "name", "Space " + key));
        return key;
    }

    /** A new space that only administrators may view; returns its key. */
    String hiddenSpace() {
        String key = unique("H");
        admin().call("addSpace", Map.of("key", key, "name", "Hidden " + key));
        return key;
    }

    /** What the launcher has printed. */
    List<String> out() {
        return launcher.out();
    }

    /** Ends the launcher at once, as kill -9 does. */
    void kill() throws InterruptedException {
        launcher.kill();
    }

    /** The end of the server's log, for messages. */
    String log() {
        List<String> lines = launcher.err();
        return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    @Override
    public void close() {
        launcher.close();
    }

    /** Starts one launcher for all tests, and ends it after the last. */
    public static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Wiki.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            ExtensionContext.Store store = context.getRoot().getStore(ExtensionContext.Namespace.create(Wiki.class));
            return store.getOrComputeIfAbsent(Running.class, type -> new Running(), Running.class).wiki;
        }
    }

    /** What JUnit closes when all tests are done. */
    private static final class Running implements AutoCloseable {

        private final Wiki wiki;

        Running() {
            try {
                Path target = Path.of("target").toAbsolutePath();
                Files.createDirectories(target);
                wiki = start(Files.createTempDirectory(target, "wiki"), null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            wiki.close();
        }
    }
}
