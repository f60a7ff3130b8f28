package io.github.jsonrpcwhiteboard.itest;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.workingDirectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;

import org.ops4j.pax.exam.Option;

/** The options that the containers of the tests are put together from. */
final class Containers {

    /** Framework property: which of the sets below the container has. */
    static final String HTTP = "itest.http";

    /** HTTP with {@code javax.servlet}, and no other servlet API in the framework. */
    static final String JAVAX = "javax";

    /** HTTP with {@code javax.servlet}, in company of {@code jakarta.servlet} packages that nothing serves. */
    static final String JAVAX_DECOY = "javax-decoy";

    /** HTTP with {@code jakarta.servlet} 5. It serves {@code javax.servlet} too: see {@link JakartaOnly}. */
    static final String JAKARTA = "jakarta";

    /** HTTP with {@code jakarta.servlet} 6 and {@code javax.servlet}. */
    static final String BOTH = "both";

    private Containers() {
    }

    /** What every container needs: JUnit, Jackson, logging, and an HTTP server at a random port. */
    static Option host(String http) {
        return composite(
                frameworkProperty(HTTP).value(http),
                workingDirectory("target/exam/" + UUID.randomUUID()),
                frameworkProperty("org.osgi.service.http.port").value("0"),
                frameworkProperty("org.apache.felix.http.host").value("127.0.0.1"),
                systemProperty("org.ops4j.pax.logging.DefaultServiceLog.level").value("WARN"),
                junitBundles(), bundles("base"), bundles(http));
    }

    /** The bundle under test. */
    static Option whiteboard() {
        return bundles("whiteboard");
    }

    /** The bundle for operators. */
    static Option operations() {
        return bundles("operations");
    }

    /** What operators may look through: inventory and health checks. */
    static Option operatorsApis() {
        return bundles("operators");
    }

    /** The Web Console for {@code jakarta.servlet}. */
    static Option webConsole() {
        return bundles("webconsole");
    }

    /** The Web Console for {@code javax.servlet}. */
    static Option webConsole4() {
        return bundles("webconsole4");
    }

    /** Configuration Admin, which is optional. */
    static Option configAdmin() {
        return bundles("configadmin");
    }

    /** User Admin, and its store. */
    static Option userAdmin() {
        return bundles("useradmin");
    }

    /** Where the only bundle of a set is. */
    static String location(String set) {
        return locations(set)[0];
    }

    private static Option bundles(String set) {
        return composite(Stream.of(locations(set)).map(url -> bundle(url)).toArray(Option[]::new));
    }

    private static String[] locations(String set) {
        try (Stream<Path> files = Files.list(Path.of("target", "bundles", set).toAbsolutePath())) {
            return files.sorted().map(file -> "reference:file:" + file).toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
