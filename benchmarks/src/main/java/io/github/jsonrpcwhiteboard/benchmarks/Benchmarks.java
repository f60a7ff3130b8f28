package io.github.jsonrpcwhiteboard.benchmarks;

import java.net.URISyntaxException;
import java.nio.file.Path;

import io.github.jsonrpcwhiteboard.benchmarks.call.CallComparison;
import io.github.jsonrpcwhiteboard.benchmarks.http.HttpComparison;
import io.github.jsonrpcwhiteboard.benchmarks.http.Scale;
import io.github.jsonrpcwhiteboard.benchmarks.http.Start;

/** The command line. */
public final class Benchmarks {

    private Benchmarks() {
    }

    /** Runs one of the comparisons, or JMH itself with what is given. */
    public static void main(String[] args) throws Exception {
        String command = args.length == 0 ? "" : args[0];
        switch (command) {
            case "calls" -> System.out.println(CallComparison.full(number(args, 5)).table());
            case "quick" -> quick(Path.of(args[1]));
            case "ratios" -> CallComparison.quick(number(args, 3)).write(Path.of(args[2]));
            case "http" -> System.out.println(HttpComparison.run(bundles(), number(args, 25)));
            case "scale" -> System.out.println(Scale.run(bundles(), number(args, 5)));
            case "start" -> System.out.println(Start.run(Path.of(args[1]), 9));
            default -> org.openjdk.jmh.Main.main(args);
        }
    }

    /** Fails where a ratio is worse than the one that is written down. */
    private static void quick(Path committed) throws Exception {
        CallComparison measured = CallComparison.quick(2);
        System.out.println(measured.table());
        String worse = measured.worseThan(committed);
        if (!worse.isEmpty()) {
            System.err.println(worse);
            System.exit(1);
        }
    }

    /** Beside this jar. */
    private static Path bundles() throws URISyntaxException {
        return Path.of(Benchmarks.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                .resolveSibling("bundles");
    }

    private static int number(String[] args, int otherwise) {
        return args.length < 2 ? otherwise : Integer.parseInt(args[1]);
    }
}
