package io.github.jsonrpcwhiteboard.oauth;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what a class logs, instead of printing it. */
public final class LogCapture extends Handler implements AutoCloseable {

    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** Starts. */
    public LogCapture(String type) {
        logger = Logger.getLogger(type);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    /** What there was. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(MessageFormat.format(entry.getMessage(), entry.getParameters()));
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
