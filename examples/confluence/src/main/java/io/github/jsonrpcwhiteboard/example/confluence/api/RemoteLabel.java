package io.github.jsonrpcwhiteboard.example.confluence.api;

/** A label. The namespace is {@code global}, {@code my} (then it has an owner) or {@code team} (on spaces). */
public class RemoteLabel {

    /** Namespace of labels that are the same for all. */
    public static final String GLOBAL = "global";

    /** Namespace of labels that only their owner sees. */
    public static final String MY = "my";

    /** Namespace of labels of spaces. */
    public static final String TEAM = "team";

    private long id;
    private String name;
    private String namespace;
    private String owner;

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getNamespace() {
        return namespace;
    }

    public void setNamespace(String namespace) {
        this.namespace = namespace;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }
}
