package io.github.jsonrpcwhiteboard.benchmarks.service;

/** A page as a bean. */
public class Page {

    private long id;
    private String space;
    private String title;
    private String content;

    /** For Jackson. */
    public Page() {
    }

    /** A page. */
    public Page(long id, String space, String title, String content) {
        this.id = id;
        this.space = space;
        this.title = title;
        this.content = content;
    }

    /**
     * A page with some length of text as people write it: lines, quotes, a few letters that are not ASCII, none outside
     * of Latin 1: of those Java itself would keep two bytes of each letter of the text.
     */
    public static Page ofLength(int length) {
        String paragraph = "<p>Die Seite \"Übersicht\" hier mit <a href=\"/x\">Verweisen</a> und langen Zeilen, die im "
                + "Wesentlichen aus ASCII bestehen, damit sie aussehen wie das, was Leute schreiben.</p>\n";
        return new Page(1, "DS", "Home", paragraph.repeat(length / paragraph.length() + 1).substring(0, length));
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getSpace() {
        return space;
    }

    public void setSpace(String space) {
        this.space = space;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }
}
