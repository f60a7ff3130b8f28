package io.github.jsonrpcwhiteboard.launcher;

import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Sends what the framework itself logs the way of all log lines; it would go to standard output. */
final class FrameworkLog extends Logger {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("org.apache.felix.framework");

    @Override
    @SuppressWarnings("rawtypes")
    protected void doLog(Bundle bundle, ServiceReference service, int level, String message, Throwable problem) {
        String text = bundle == null ? message : bundle + ": " + message;
        LOG.atLevel(level(level)).log(problem == null ? text : text + ": " + OneLine.of(problem));
    }

    /** Levels of OSGi, from 0 for audit to 5 for trace. */
    static Level level(int level) {
        return switch (level) {
            case 0, 1 -> Level.ERROR;
            case 2 -> Level.WARN;
            case 3 -> Level.INFO;
            case 4 -> Level.DEBUG;
            default -> Level.TRACE;
        };
    }
}
