package io.github.jsonrpcwhiteboard.example.confluence.api;

/** A blog entry with its content. */
public class RemoteBlogEntry extends RemoteBlogEntrySummary {

    private String content;
    private int version;

    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
