package io.github.jsonrpcwhiteboard.benchmarks;

import java.nio.file.Path;

import io.github.jsonrpcwhiteboard.benchmarks.call.CallComparison;

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

    private static int number(String[] args, int otherwise) {
        return args.length < 2 ? otherwise : Integer.parseInt(args[1]);
    }
}
