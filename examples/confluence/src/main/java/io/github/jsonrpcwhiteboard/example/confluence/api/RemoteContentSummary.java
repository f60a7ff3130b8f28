package io.github.jsonrpcwhiteboard.example.confluence.api;

import java.util.Date;

/** A page or blog entry, as the trash shows it. */
public class RemoteContentSummary {

    private final long id;
    private final String type;
    private final String space;
    private final String status;
    private final String title;
    private final String creator;
    private final String modifier;
    private final Date created;
    private final Date modified;

    public RemoteContentSummary(long id, String type, String space, String status,
            String title, String creator, String modifier, Date created, Date modified) {
        this.id = id;
        this.type = type;
        this.space = space;
        this.status = status;
        this.title = title;
        this.creator = creator;
        this.modifier = modifier;
        this.created = created;
        this.modified = modified;
    }

    public long getId() {
        return id;
    }

    public String getType() {
        return type;
    }

    public String getSpace() {
        return space;
    }

    public String getStatus() {
        return status;
    }

    public String getTitle() {
        return title;
    }

    public String getCreator() {
        return creator;
    }

    public String getModifier() {
        return modifier;
    }

    public Date getCreated() {
        return created;
    }

    public Date getModified() {
        return modified;
    }
}
