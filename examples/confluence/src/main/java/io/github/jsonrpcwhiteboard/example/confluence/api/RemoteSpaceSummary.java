package io.github.jsonrpcwhiteboard.example.confluence.api;

/** A space, as lists show it. */
public class RemoteSpaceSummary {

    /** The type of a space for everybody. */
    public static final String GLOBAL = "global";

    /** The type of a user's own space. */
    public static final String PERSONAL = "personal";

    private String key;
    private String name;
    private String type;
    private String url;

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }
}
