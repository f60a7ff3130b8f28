package io.github.jsonrpcwhiteboard.internal.protocol;

import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Calls that take too long, and some that do not. */
interface Slow {

    String quick(String text);

    String waits() throws InterruptedException;

    /** Pays no attention to an interruption. */
    String swallows();

    String second() throws InterruptedException;

    CompletionStage<Object> stage();

    Instant deadline();
}
