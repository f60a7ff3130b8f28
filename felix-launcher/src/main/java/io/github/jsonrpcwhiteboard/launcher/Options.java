package io.github.jsonrpcwhiteboard.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the operator chooses. */
@Command(name = "felix-launcher", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class,
        sortOptions = false, usageHelpWidth = 110,
        description = "Runs the JSON-RPC whiteboard in an Apache Felix framework. Jars put into the plugins directory "
                + "are started, and stopped when they are deleted, while it runs.",
        footer = {"",
            "Each option can also be set by an environment variable: --port by JSONRPC_PORT, and so on.",
            "Prints READY and the URL on standard output when the endpoints answer; logs to standard error."})
final class Options implements Callable<Integer> {

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1",
            description = "Address to listen on; 0.0.0.0: all. Default: ${DEFAULT-VALUE}.")
    private String host;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080",
            description = "Port to listen on; 0: any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--plugins", paramLabel = "DIR",
            description = "Directory of the plugin jars. Default: plugins beside this program's jar.")
    private Path plugins;

    @Option(names = "--data", paramLabel = "DIR",
            description = "Directory for all that is kept: the users, the plugins' data, caches. Made if it is "
                    + "missing. Default: data beside this program's jar.")
    private Path data;

    @Option(names = "--conf", paramLabel = "DIR",
            description = "Directory of the configuration files, PID.cfg. Default: conf beside this program's jar.")
    private Path conf;

    @Option(names = "--shell",
            description = "Starts a Gogo shell on standard input and output, with the commands jsonrpc:list, describe, "
                    + "call and failed. Its end is that of the program.")
    private boolean shell;

    @Option(names = "--start-timeout", paramLabel = "SECONDS", defaultValue = "30", hidden = true,
            description = "How long to wait for HTTP and for the plugins.")
    private int startTimeout;

    @Spec
    private CommandSpec spec;

    private final Path home;
    private final Action action;

    Options(Path home, Action action) {
        this.home = home;
        this.action = action;
    }

    @Override
    public Integer call() throws Exception {
        check(port >= 0 && port <= 65_535, "--port must be from 0 to 65535");
        check(Files.isDirectory(plugins()), "--plugins: there is no directory " + plugins());
        check(Files.isDirectory(conf()), "--conf: there is no directory " + conf());
        action.run(this);
        return 0;
    }

    private void check(boolean good, String message) {
        if (!good) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    Path plugins() {
        return directory(plugins, "plugins");
    }

    Path data() {
        return directory(data, "data");
    }

    Path conf() {
        return directory(conf, "conf");
    }

    /** The host's bundles are part of the program, so they are always beside it. */
    Path bundles() {
        return directory(null, "bundles");
    }

    boolean shell() {
        return shell;
    }

    Path shellBundles() {
        return directory(null, "shell");
    }

    Path users() {
        return data().resolve("users");
    }

    Duration startTimeout() {
        return Duration.ofSeconds(startTimeout);
    }

    private Path directory(Path chosen, String name) {
        return (chosen == null ? home.resolve(name) : chosen).toAbsolutePath().normalize();
    }

    /** What to do with the options. */
    interface Action {

        void run(Options options) throws Exception;
    }
}
