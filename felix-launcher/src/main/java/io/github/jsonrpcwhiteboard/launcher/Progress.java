package io.github.jsonrpcwhiteboard.launcher;

import java.io.PrintStream;

import picocli.CommandLine.Help.Ansi;

/**
 * Shows on a terminal, in a line that the next one replaces, what the start is at. Says nothing where the output goes
 * to a file.
 */
final class Progress {

    /** Erases to the end of the line and goes to its begin, so that a line of the log takes this one's place. */
    private static final String REPLACEABLE = "\u001b[K\r";

    private final PrintStream terminal;

    private Progress(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** On standard error, if that is a terminal. */
    static Progress onTerminal() {
        return new Progress(Ansi.AUTO.enabled() ? System.err : null);
    }

    static Progress on(PrintStream terminal) {
        return new Progress(terminal);
    }

    void step(String what, int number, int of) {
        show("starting " + number + "/" + of + ": " + what);
    }

    void show(String what) {
        if (terminal != null) {
            terminal.print(what + REPLACEABLE);
            terminal.flush();
        }
    }

    /** Leaves nothing behind. */
    void done() {
        show("");
    }
}
