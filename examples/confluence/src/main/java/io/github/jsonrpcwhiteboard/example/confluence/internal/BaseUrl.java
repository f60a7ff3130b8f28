package io.github.jsonrpcwhiteboard.example.confluence.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * What the site's URLs begin with: as configured, or else what the HTTP server says at the moment, since it may come
 * later, and to a port of its choice. Safe for use by several threads.
 */
final class BaseUrl implements AutoCloseable {

    private static final String ENDPOINT = "osgi.http.endpoint";

    /** By name: hosts have one of the two flavours of the HTTP whiteboard, or both. */
    private static final String SERVERS = "(&(" + ENDPOINT + "=*)(|"
            + "(objectClass=org.osgi.service.servlet.runtime.HttpServiceRuntime)"
            + "(objectClass=org.osgi.service.http.runtime.HttpServiceRuntime)))";

    private final String configured;
    private final String local;
    private final ServiceTracker<Object, ServiceReference<Object>> servers;

    /** @param configured empty if it is not */
    BaseUrl(BundleContext context, String configured) {
        this.configured = withoutSlash(configured);
        String port = context.getProperty("org.osgi.service.http.port");
        this.local = "http://localhost:" + (port == null ? "8080" : port);
        this.servers = new ServiceTracker<>(context, filter(), null) {

            @Override
            public ServiceReference<Object> addingService(ServiceReference<Object> server) {
                return server; // all that is to be known are its properties
            }

            @Override
            public void removedService(ServiceReference<Object> server, ServiceReference<Object> same) {
                // it was not got
            }
        };
        servers.open();
    }

    private static Filter filter() {
        try {
            return FrameworkUtil.createFilter(SERVERS);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without a slash at the end. */
    String get() {
        if (!configured.isEmpty()) {
            return configured;
        }
        List<URI> endpoints = Optional.ofNullable(servers.getServiceReference())
                .map(server -> uris(server.getProperty(ENDPOINT))).orElse(List.of());
        return endpoints.stream().filter(uri -> uri.getHost() != null).map(URI::toString).findFirst()
                .or(() -> endpoints.stream().findFirst().map(path -> local + path))
                .map(BaseUrl::withoutSlash).orElse(local);
    }

    /** Servers also list addresses of networks in a form that is none for URLs. */
    private static List<URI> uris(Object endpoints) {
        Collection<?> all = endpoints instanceof Object[] array ? List.of(array)
                : endpoints instanceof Collection<?> collection ? collection : List.of(endpoints);
        return all.stream().map(Object::toString).map(BaseUrl::uri).filter(Objects::nonNull)
                .filter(uri -> uri.getHost() != null || uri.getRawPath().startsWith("/")).toList();
    }

    private static URI uri(String endpoint) {
        try {
            return new URI(endpoint);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String withoutSlash(String url) {
        return url.replaceAll("/+$", "");
    }

    @Override
    public void close() {
        servers.close();
    }
}
