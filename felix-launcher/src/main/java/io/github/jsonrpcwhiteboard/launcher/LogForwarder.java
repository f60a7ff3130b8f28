package io.github.jsonrpcwhiteboard.launcher;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Sends what bundles log to the OSGi log service the way of all log lines. */
final class LogForwarder implements LogListener, SynchronousBundleListener {

    static final String FILE_INSTALL = "org.apache.felix.fileinstall";

    private static final Logger PLUGINS = LoggerFactory.getLogger("plugins");

    /** What was said about plugins that do not start; FileInstall tries, and logs, again at many an occasion. */
    private final Map<String, String> said = new ConcurrentHashMap<>();

    private LogForwarder() {
    }

    static void install(BundleContext context) {
        LogForwarder forwarder = new LogForwarder();
        context.addBundleListener(forwarder);
        new ServiceTracker<LogReaderService, LogReaderService>(context, LogReaderService.class, null) {

            @Override
            public LogReaderService addingService(ServiceReference<LogReaderService> reference) {
                LogReaderService reader = super.addingService(reference);
                reader.addLogListener(forwarder);
                return reader;
            }
        }.open();
    }

    @Override
    public void logged(LogEntry entry) {
        if (entry.getLoggerName().startsWith("Events.") && entry.getException() == null) {
            return; // bundles and services that come and go
        }
        Bundle bundle = entry.getBundle();
        String source = bundle == null ? "osgi" : bundle.getSymbolicName();
        if (FILE_INSTALL.equals(source)) {
            plugin(entry);
        } else {
            Logger log = LoggerFactory.getLogger(source);
            log.atLevel(level(entry)).setCause(entry.getException()).log(entry.getMessage());
        }
    }

    /** One line, since the stack trace would only show FileInstall and the framework. */
    private void plugin(LogEntry entry) {
        String reason = entry.getException() == null ? "" : ": " + OneLine.of(entry.getException());
        boolean repeats = entry.getMessage().startsWith("Error while starting bundle");
        if (!repeats || !reason.equals(said.put(entry.getMessage(), reason))) {
            PLUGINS.atLevel(level(entry)).log(entry.getMessage() + reason);
        }
    }

    private static Level level(LogEntry entry) {
        return FrameworkLog.level(entry.getLogLevel().ordinal());
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if ((event.getType() & (BundleEvent.UPDATED | BundleEvent.UNINSTALLED)) != 0) {
            said.keySet().removeIf(message -> message.endsWith(event.getBundle().getLocation()));
        }
    }
}
