package io.github.jsonrpcwhiteboard.launcher;

import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;

import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Runs a Felix framework with the JSON-RPC whiteboard and the plugins of a directory. */
public final class Main {

    private static final String NAME = "felix-launcher: ";

    private Main() {
    }

    /**
     * Starts, and returns when the framework has stopped.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        int code = run(home(), System.getenv(), System.out, System.err, args);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(Path home, Map<String, String> environment, PrintStream out, PrintStream err, String... args) {
        return commandLine(new Options(home, options -> new Launcher(options, out).run()), environment, err)
                .execute(args);
    }

    static CommandLine commandLine(Options options, Map<String, String> environment, PrintStream err) {
        return new CommandLine(options.spec())
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .setParameterExceptionHandler((e, args) -> {
                    err.println(NAME + e.getMessage() + " (--help shows the options)");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    if (!(e instanceof StartException)) {
                        LoggerFactory.getLogger(Main.class).error("unexpected", e);
                    }
                    err.println(NAME + e.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /** The directory of the jar. */
    private static Path home() {
        try {
            return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
