package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Who may view, or edit, one page. Empty: whoever may in its space. */
public class RemoteContentPermissionSet {

    private final String type;
    private final RemoteContentPermission[] contentPermissions;

    public RemoteContentPermissionSet(String type, RemoteContentPermission[] contentPermissions) {
        this.type = type;
        this.contentPermissions = contentPermissions;
    }

    public String getType() {
        return type;
    }

    public RemoteContentPermission[] getContentPermissions() {
        return contentPermissions;
    }
}
