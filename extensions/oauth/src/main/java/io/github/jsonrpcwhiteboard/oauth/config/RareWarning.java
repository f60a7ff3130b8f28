package io.github.jsonrpcwhiteboard.oauth.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A warning that many requests could cause, and that is logged once a minute. Safe for several threads. */
public final class RareWarning {

    private static final long INTERVAL = Duration.ofMinutes(1).toNanos();

    private final Logger logger;
    private final LongSupplier nanoTime;
    private final AtomicLong next;

    /**
     * A warning.
     *
     * @param logger where it goes
     * @param nanoTime the time
     */
    public RareWarning(Logger logger, LongSupplier nanoTime) {
        this.logger = logger;
        this.nanoTime = nanoTime;
        this.next = new AtomicLong(nanoTime.getAsLong());
    }

    /**
     * Logs the line, unless there was one in the last minute.
     *
     * @param line what happened, and what to do; without secrets
     */
    public void log(String line) {
        long now = nanoTime.getAsLong();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + INTERVAL)) {
            logger.log(Level.WARNING, line);
        }
    }
}
