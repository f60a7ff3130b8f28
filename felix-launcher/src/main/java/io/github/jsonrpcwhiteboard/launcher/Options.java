package io.github.jsonrpcwhiteboard.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What the operator chooses. Without the annotations of picocli, which cost a start 60 ms more. */
final class Options implements Callable<Integer> {

    private final OptionSpec host = OptionSpec.builder("--host").type(String.class).paramLabel("ADDRESS")
            .defaultValue("127.0.0.1")
            .description("Address to listen on; 0.0.0.0: all. Default: ${DEFAULT-VALUE}.").build();

    private final OptionSpec port = OptionSpec.builder("--port").type(int.class).paramLabel("PORT")
            .defaultValue("8080")
            .description("Port to listen on; 0: any free one. Default: ${DEFAULT-VALUE}.").build();

    private final OptionSpec plugins = directory("--plugins",
            "Directory of the plugin jars. Default: plugins beside this program's jar.");

    private final OptionSpec data = directory("--data",
            "Directory for all that is kept: the users, the plugins' data, caches. Made if it is missing. "
                    + "Default: data beside this program's jar.");

    private final OptionSpec conf = directory("--conf",
            "Directory of the configuration files, PID.cfg. Default: conf beside this program's jar.");

    private final OptionSpec shell = OptionSpec.builder("--shell").type(boolean.class)
            .description("Starts a Gogo shell on standard input and output, with the commands jsonrpc:list, describe, "
                    + "call and failed. Its end is that of the program.").build();

    private final OptionSpec startTimeout = OptionSpec.builder("--start-timeout").type(int.class)
            .paramLabel("SECONDS").defaultValue("30").hidden(true)
            .description("How long to wait for HTTP and for the plugins.").build();

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("felix-launcher")
            .versionProvider(new BuildVersion())
            .addOption(host).addOption(port).addOption(plugins).addOption(data).addOption(conf).addOption(shell)
            .addOption(startTimeout)
            .addOption(OptionSpec.builder("-h", "--help").usageHelp(true)
                    .description("Show this help message and exit.").build())
            .addOption(OptionSpec.builder("-V", "--version").versionHelp(true)
                    .description("Print version information and exit.").build());

    private final Path home;
    private final Action action;

    Options(Path home, Action action) {
        this.home = home;
        this.action = action;
        spec.usageMessage().sortOptions(false).width(110)
                .description("Runs the JSON-RPC whiteboard in an Apache Felix framework. Jars put into the plugins "
                        + "directory are started, and stopped when they are deleted, while it runs.")
                .footer("",
                        "Each option can also be set by an environment variable: --port by JSONRPC_PORT, and so on.",
                        "Prints READY and the URL on standard output when the endpoints answer; logs to standard "
                                + "error.");
    }

    private static OptionSpec directory(String name, String description) {
        return OptionSpec.builder(name).type(Path.class).paramLabel("DIR").description(description).build();
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws Exception {
        check(port() >= 0 && port() <= 65_535, "--port must be from 0 to 65535");
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
        return host.getValue();
    }

    int port() {
        return port.getValue();
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
        return home("bundles");
    }

    boolean shell() {
        return Boolean.TRUE.equals(shell.getValue());
    }

    Path shellBundles() {
        return home("shell");
    }

    Path users() {
        return data().resolve("users");
    }

    Duration startTimeout() {
        return Duration.ofSeconds(startTimeout.<Integer>getValue());
    }

    private Path directory(OptionSpec option, String otherwise) {
        Path chosen = option.getValue();
        return chosen == null ? home(otherwise) : chosen.toAbsolutePath().normalize();
    }

    private Path home(String name) {
        return home.resolve(name).toAbsolutePath().normalize();
    }

    /** What to do with the options. */
    interface Action {

        void run(Options options) throws Exception;
    }
}
