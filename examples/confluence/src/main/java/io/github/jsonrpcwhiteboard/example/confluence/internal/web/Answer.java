package io.github.jsonrpcwhiteboard.example.confluence.internal.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is sent.
 *
 * @param status of HTTP
 * @param contentType the media type
 * @param length how many bytes there are
 * @param headers all others
 * @param body writes the bytes, after the transaction
 */
public record Answer(int status, String contentType, long length, Map<String, Collection<String>> headers,
        Download.Body body) {

    private static final List<String> ONLY_FOR_THE_VISITOR = List.of("private, no-cache");
    private static final List<String> VARY = List.of("Cookie, Authorization");

    static Answer html(int status, String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        return new Answer(status, "text/html;charset=utf-8", bytes.length, headers(Map.of(
                "Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
                        + "form-action 'none'; frame-ancestors 'none'",
                "Referrer-Policy", "same-origin")), out -> out.write(bytes));
    }

    static Answer css(byte[] css) {
        return new Answer(200, "text/css;charset=utf-8", css.length, headers(Map.of()), out -> out.write(css))
                .with("Cache-Control", List.of("max-age=3600"));
    }

    /** Users upload what they like: browsers are to save it, and never to run it here. */
    static Answer download(Download file) {
        return new Answer(200, file.contentType(), file.length(), headers(Map.of(
                "Content-Disposition", "attachment; filename=\"" + inAscii(file.name()) + "\"; filename*=UTF-8''"
                        + encode(file.name()),
                "Content-Security-Policy", "sandbox")), file.body());
    }

    /** The same with another header, instead of one of the same name. */
    Answer with(String name, Collection<String> values) {
        Map<String, Collection<String>> more = new LinkedHashMap<>(headers);
        more.put(name, values);
        return new Answer(status, contentType, length, more, body);
    }

    private static Map<String, Collection<String>> headers(Map<String, String> more) {
        Map<String, Collection<String>> headers = new LinkedHashMap<>();
        headers.put("X-Content-Type-Options", List.of("nosniff"));
        headers.put("Cache-Control", ONLY_FOR_THE_VISITOR);
        headers.put("Vary", VARY);
        more.forEach((name, value) -> headers.put(name, List.of(value)));
        return headers;
    }

    /** For clients that do not know RFC 6266. */
    private static String inAscii(String name) {
        return name.replaceAll("[^ -~]|[\"%\\\\]", "_");
    }

    private static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
