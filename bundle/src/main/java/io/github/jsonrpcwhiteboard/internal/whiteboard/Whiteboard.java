package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.osgi.framework.BundleContext;

import io.github.jsonrpcwhiteboard.internal.protocol.Dispatcher;
import io.github.jsonrpcwhiteboard.internal.protocol.Watchdog;

/** The whiteboard of one framework: its endpoints, its settings, and the dispatcher for the settings in force. */
public final class Whiteboard {

    private static final Logger LOG = System.getLogger("io.github.jsonrpcwhiteboard");

    private final BundleContext context;
    private final LaterTypes laterTypes = new LaterTypes();
    private final EndpointRegistry registry;
    private final EndpointTracker tracker;
    private final RuntimeService runtime;
    private final Watchdog watchdog = new Watchdog();
    private final CallThreads threads = new CallThreads();
    private volatile InForce inForce;

    /**
     * What a configuration brings about. Immutable.
     *
     * @param settings the settings
     * @param dispatcher holds their limits
     */
    public record InForce(Settings settings, Dispatcher dispatcher) {
    }

    /**
     * A whiteboard that is not open.
     *
     * @param context this bundle's
     */
    public Whiteboard(BundleContext context) {
        this.context = context;
        this.runtime = new RuntimeService(this::registry, this::inForce);
        this.registry = new EndpointRegistry(runtime::changed);
        this.tracker = new EndpointTracker(context, registry,
                new RevisionReader(new MethodTables(laterTypes.types())));
        configure(Map.of());
    }

    /** Begins: when this returns, the services that are there are endpoints. */
    public void open() {
        tracker.open();
        runtime.register(context);
    }

    /** Ends. */
    public void close() {
        runtime.unregister();
        tracker.close();
        watchdog.close();
        threads.close();
    }

    /**
     * Takes a configuration.
     *
     * @param properties the configured values, empty for all defaults
     * @return the settings now in force
     */
    public Settings configure(Map<String, Object> properties) {
        Settings settings = Settings.of(properties,
                problem -> LOG.log(Level.WARNING, "Configuration {0}: {1}", Configuration.PID, problem));
        inForce = new InForce(settings, new Dispatcher(settings.limits(), watchdog, laterTypes.stages(),
                settings.hidesForbidden()));
        return settings;
    }

    /**
     * What is in force now; to be asked once per request.
     *
     * @return not null
     */
    public InForce inForce() {
        return inForce;
    }

    /**
     * Threads for calls that run beside others.
     *
     * @return not null
     */
    public CallThreads threads() {
        return threads;
    }

    /**
     * What there is, with what does not work: for administrators.
     *
     * @return a {@code RuntimeDTO} as JSON
     */
    public byte[] runtime() {
        return Json.MAPPER.valueToTree(runtime.getRuntimeDTO()).toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The endpoints.
     *
     * @return not null
     */
    public EndpointRegistry registry() {
        return registry;
    }

    /** Initialised when it is used, so not at each start. */
    private static final class Json {

        private static final ObjectMapper MAPPER = new ObjectMapper();
    }
}
