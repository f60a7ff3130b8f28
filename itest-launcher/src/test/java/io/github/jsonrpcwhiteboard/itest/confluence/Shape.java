package io.github.jsonrpcwhiteboard.itest.confluence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A request in a shape that some client sends, and what answers it. In a file, {@code -->} is followed by the body,
 * {@code <--} by the JSON of the answer, {@code <==} by its exact text; nothing behind {@code <--} means status 204.
 * {@code #} begins a comment line. Lines before a request say what is unusual about it:
 * <pre>
 * &#64; light METHOD       a call of the light protocol; METHOD may have a query string
 * &#64; path PATH          another path than that of the endpoint, without the context path
 * &#64; header NAME: VALUE the body is in the charset of a Content-Type
 * &#64; gzip               the body is compressed
 * &#64; status STATUS      the answer has another status than 200
 * &#64; keep NAME          ${NAME} is this answer from here on, and ${NAME/a/0} something inside of it
 * </pre>
 * An answer may have members that the file does not show, unless it is an error, and {@code "*"} stands for any value.
 *
 * @param place file and line
 * @param path where to send it
 * @param headers name, value, name, value
 * @param gzip whether to compress the body
 * @param request the body
 * @param status the status of the answer
 * @param answer the answer's body, empty for none
 * @param exact whether the answer must be the same text
 * @param name the name of the answer for later, or null
 */
record Shape(String place, String path, List<String> headers, boolean gzip, String request, int status, String answer,
        boolean exact, String name) {

    static List<Shape> read(Path file) {
        try {
            Reader reader = new Reader(file.getFileName().toString());
            for (String line : Files.readAllLines(file)) {
                reader.line(line);
            }
            return reader.shapes;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return place + " " + path + " " + String.join(" ", headers);
    }

    private static final class Reader {

        private final String file;
        private final List<Shape> shapes = new ArrayList<>();
        private int number;
        private int requestLine;
        private String request;
        private String path;
        private List<String> headers;
        private boolean gzip;
        private int status;
        private String name;

        Reader(String file) {
            this.file = file;
            reset();
        }

        private void reset() {
            path = WikiClient.PATH;
            headers = new ArrayList<>();
            gzip = false;
            status = 200;
            name = null;
        }

        void line(String line) {
            number++;
            String rest = line.length() > 3 ? line.substring(3).trim() : "";
            if (line.startsWith("@ ")) {
                option(line.substring(2).split(" ", 2));
            } else if (line.startsWith("-->")) {
                request = rest;
                requestLine = number;
            } else if (line.startsWith("<--") || line.startsWith("<==")) {
                shapes.add(new Shape(file + ":" + requestLine, path, headers, gzip, request,
                        rest.isEmpty() ? 204 : status, rest, line.startsWith("<=="), name));
                reset();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new AssertionError(file + ":" + number + " is neither request nor answer");
            }
        }

        private void option(String[] option) {
            switch (option[0]) {
                case "light" -> path = WikiClient.PATH + "/" + option[1];
                case "path" -> path = option[1];
                case "header" -> headers.addAll(List.of(option[1].split(": ", 2)));
                case "gzip" -> gzip = true;
                case "status" -> status = Integer.parseInt(option[1]);
                case "keep" -> name = option[1];
                default -> throw new AssertionError(file + ":" + number + " is no option");
            }
        }
    }
}
