package io.github.jsonrpcwhiteboard;

/** Names of the service properties and of the capability of the JSON-RPC whiteboard. */
public final class JsonRpcConstants {

    /** Name of the {@code osgi.implementation} capability that the whiteboard provides. */
    public static final String IMPLEMENTATION = "jsonrpc.whiteboard";

    /** Version of the specification that the whiteboard implements, for {@link #IMPLEMENTATION}. */
    public static final String SPECIFICATION_VERSION = "1.0.0";

    /** Path or paths below the prefix, {@code String+}. Makes a service an endpoint; all others are optional. */
    public static final String PATH = "rpc.path";

    /** Published interface or interfaces by class name, {@code String+}. Default: every interface in objectClass. */
    public static final String INTERFACE = "rpc.interface";

    /** Boolean: the first parameter of every method is a token that the caller leaves out. Default: false. */
    public static final String AUTHENTICATE = "rpc.authenticate";

    /** Boolean: callers need not be logged in. Default: false. */
    public static final String ANONYMOUS = "rpc.anonymous";

    /** Roles of which the caller must have one, {@code String+}. Default: none needed. */
    public static final String ROLES = "rpc.roles";

    /**
     * Prefix of properties that narrow one method: {@code rpc.roles.deletePage} lists roles of which the caller must
     * have one, in addition to one of {@link #ROLES}, {@code String+}.
     */
    public static final String METHOD_ROLES = "rpc.roles.";

    /** Requests in progress at a time, Integer. Default: from configuration. */
    public static final String MAX_CONCURRENT = "rpc.maxConcurrent";

    /**
     * Calls of one batch that may run at the same time, in any order and each on a thread of its own, Integer. Default:
     * one after the other.
     */
    public static final String BATCH_PARALLEL = "rpc.batch.parallel";

    /** Names of the methods to publish, {@code String+}. Default: all. */
    public static final String METHODS = "rpc.methods";

    /** Title for people, String. Default: the bundle's name. */
    public static final String TITLE = "rpc.title";

    /** Description for people, String. Default: empty. */
    public static final String DESCRIPTION = "rpc.description";

    /** Version for people, String. Default: the bundle's version. */
    public static final String VERSION = "rpc.version";

    /** Milliseconds after which a call is interrupted and answered with an error, Long. Default: from configuration. */
    public static final String TIMEOUT = "rpc.timeout";

    private JsonRpcConstants() {
    }
}
