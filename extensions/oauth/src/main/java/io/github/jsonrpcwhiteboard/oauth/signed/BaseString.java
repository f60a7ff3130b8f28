package io.github.jsonrpcwhiteboard.oauth.signed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is signed (RFC 5849, section 3.4.1). */
final class BaseString {

    private BaseString() {
    }

    /** The parameters are all that count: those of the query and of the header, without realm and signature. */
    static String of(String method, String url, Collection<Parameter> parameters) throws BadRequest {
        String sorted = parameters.stream()
                .map(p -> new Parameter(Parameter.encode(p.name()), Parameter.encode(p.value())))
                .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
                .map(p -> p.name() + "=" + p.value()).collect(Collectors.joining("&"));
        return String.join("&", Parameter.encode(method.toUpperCase(Locale.ROOT)), Parameter.encode(base(url)),
                Parameter.encode(sorted));
    }

    /** Section 3.4.1.2: lower case, no default port, the path as it was sent, and no query. */
    private static String base(String url) throws BadRequest {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new BadRequest("the URL is malformed");
        }
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw new BadRequest("the URL has no host");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort();
        boolean usual = port < 0 || port == ("https".equals(scheme) ? 443 : 80);
        String path = uri.getRawPath();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port)
                + (path.isEmpty() ? "/" : Parameter.bytes(path));
    }
}
