package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Something that was found. */
public class RemoteSearchResult {

    /** Type of attachments. */
    public static final String ATTACHMENT = "attachment";

    /** Type of spaces. */
    public static final String SPACE = "spacedesc";

    /** Type of users. */
    public static final String USER = "userinfo";

    private long id;
    private String title;
    private String url;
    private String excerpt;
    private String type;

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public String getExcerpt() {
        return excerpt;
    }

    public void setExcerpt(String excerpt) {
        this.excerpt = excerpt;
    }

    /** {@code page}, {@code blogpost}, {@code comment}, {@code attachment}, {@code spacedesc} or {@code userinfo}. */
    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }
}
