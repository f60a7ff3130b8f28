package io.github.jsonrpcwhiteboard.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Text in columns, for terminals and for pages. */
final class Table {

    private final List<String[]> rows = new ArrayList<>();

    Table(String... titles) {
        rows.add(titles);
    }

    /** Adds a row. What would move a terminal's cursor is shown as a question mark. */
    Table row(Object... cells) {
        rows.add(Stream.of(cells).map(String::valueOf).map(cell -> cell.replaceAll("\\p{Cntrl}", "?"))
                .toArray(String[]::new));
        return this;
    }

    /** A table element; the first row are its titles. What stands in the cells is text, whatever it looks like. */
    String html(String cssClass) {
        StringBuilder html = new StringBuilder("<table class=\"").append(cssClass).append("\">\n");
        String cell = "th";
        for (String[] row : rows) {
            html.append("<tr>");
            for (String text : row) {
                html.append('<').append(cell).append('>').append(escape(text)).append("</").append(cell).append('>');
            }
            html.append("</tr>\n");
            cell = "td";
        }
        return html.append("</table>\n").toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(width(i) - row[i].length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
    }
}
