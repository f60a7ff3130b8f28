package io.github.jsonrpcwhiteboard.itest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the whiteboard logs while this is open. The lines go nowhere else. */
final class LogLines extends Handler implements AutoCloseable {

    private final Logger logger;
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    LogLines() {
        this(Logger.getLogger(InContainer.WHITEBOARD));
    }

    private LogLines(Logger logger) {
        this.logger = logger;
        logger.setLevel(Level.INFO);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    /** The audit log, of which the container would show nothing otherwise. */
    static LogLines audit() {
        return new LogLines(Logger.getLogger(InContainer.WHITEBOARD + ".audit"));
    }

    /** The messages so far, without stack traces. */
    List<String> messages() {
        return records.stream().map(formatter::formatMessage).toList();
    }

    /** What was logged as thrown, in the order of the messages. */
    List<Throwable> thrown() {
        return records.stream().map(LogRecord::getThrown).toList();
    }

    /** Forgets. */
    void clear() {
        records.clear();
    }

    @Override
    public void publish(LogRecord entry) {
        // not those of the audit log, whose parent this one is
        if (logger.getName().equals(entry.getLoggerName())) {
            records.add(entry);
        }
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }
}
