package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Who has one permission in a space. */
public class RemoteSpacePermissionSet {

    private final String type;
    private final RemoteContentPermission[] spacePermissions;

    public RemoteSpacePermissionSet(String type, RemoteContentPermission[] spacePermissions) {
        this.type = type;
        this.spacePermissions = spacePermissions;
    }

    public String getType() {
        return type;
    }

    public RemoteContentPermission[] getSpacePermissions() {
        return spacePermissions;
    }
}
