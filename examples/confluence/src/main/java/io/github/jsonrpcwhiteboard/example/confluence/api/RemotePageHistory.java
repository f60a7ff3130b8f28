package io.github.jsonrpcwhiteboard.example.confluence.api;

import java.util.Date;

/** An earlier version of a page. Its {@code id} is its own, not that of the page. */
public class RemotePageHistory {

    private long id;
    private int version;
    private String modifier;
    private Date modified;
    private String versionComment;

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getModifier() {
        return modifier;
    }

    public void setModifier(String modifier) {
        this.modifier = modifier;
    }

    public Date getModified() {
        return modified;
    }

    public void setModified(Date modified) {
        this.modified = modified;
    }

    public String getVersionComment() {
        return versionComment;
    }

    public void setVersionComment(String versionComment) {
        this.versionComment = versionComment;
    }
}
