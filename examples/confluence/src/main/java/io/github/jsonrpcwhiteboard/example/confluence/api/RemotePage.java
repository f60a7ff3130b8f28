package io.github.jsonrpcwhiteboard.example.confluence.api;

import java.util.Date;

/** A page with its content. Its status is {@code current}, or {@code historical}: then this is an earlier version. */
public class RemotePage extends RemotePageSummary {

    private String content;
    private Date created;
    private String creator;
    private Date modified;
    private String modifier;
    private boolean homePage;
    private String contentStatus;

    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }

    public Date getCreated() {
        return created;
    }

    public void setCreated(Date created) {
        this.created = created;
    }

    public String getCreator() {
        return creator;
    }

    public void setCreator(String creator) {
        this.creator = creator;
    }

    public Date getModified() {
        return modified;
    }

    public void setModified(Date modified) {
        this.modified = modified;
    }

    public String getModifier() {
        return modifier;
    }

    public void setModifier(String modifier) {
        this.modifier = modifier;
    }

    public boolean isHomePage() {
        return homePage;
    }

    public void setHomePage(boolean homePage) {
        this.homePage = homePage;
    }

    public String getContentStatus() {
        return contentStatus;
    }

    public void setContentStatus(String contentStatus) {
        this.contentStatus = contentStatus;
    }

    /** Neither an earlier version nor in the trash. */
    public boolean isCurrent() {
        return "current".equals(contentStatus);
    }
}
