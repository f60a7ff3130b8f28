package io.github.jsonrpcwhiteboard.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** One run, from the start to the stop. */
final class Launcher {

    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);
    private static final Duration ENDPOINTS_LIMIT = Duration.ofSeconds(10);

    private final Options options;
    private final PrintStream out;

    Launcher(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Returns when the framework has stopped. */
    void run() throws StartException, InterruptedException, IOException {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Server.checkPort(options.host(), options.port());
        DataDirectory data = DataDirectory.claim(options.data());
        Optional<FirstUser> firstUser = FirstUser.prepare(options.users());
        HostFramework host = new HostFramework(options);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(host), "stop"));

        Progress progress = Progress.onTerminal();
        Server server;
        int bundles;
        try {
            bundles = host.start(options.bundles(), progress);
            progress.show("starting HTTP");
            server = new Server(host.context(), options.host(), options.startTimeout());
            server.awaitStart();
            if (firstUser.isPresent()) {
                welcome(firstUser.get(), server);
            }
            progress.show("starting the plugins");
            Plugins plugins = new Plugins(host.context(), options);
            plugins.start();
            plugins.awaitEndpoints(ENDPOINTS_LIMIT);
            server.awaitAnswer();
        } finally {
            progress.done();
        }

        long millis = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        LOG.info("{} host bundles, plugins from {}, ready in {} ms, RPC Browser at {}", bundles, options.plugins(),
                millis, server.browser());
        out.println("READY " + server.url());
        out.flush();
        if (options.shell()) {
            host.startMore(options.shellBundles());
        }
        host.awaitStop();
        data.release();
    }

    private void welcome(FirstUser user, Server server) throws StartException, InterruptedException {
        try {
            out.println("curl -u " + FirstUser.NAME + ":" + user.create()
                    + " -H 'Content-Type: application/json' -d '[\"DS\"]' "
                    + server.endpoint("confluenceservice-v2/getSpace"));
        } catch (IOException e) {
            throw new StartException("cannot write " + options.users(), e);
        }
    }

    private static void stop(HostFramework host) {
        LOG.info("stopping, calls in progress may finish");
        host.stop();
    }
}
