package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Who may: a user or the members of a group, or, in a space, everybody if both are null. */
public class RemoteContentPermission {

    private String type;
    private String userName;
    private String groupName;

    /** {@code View} or {@code Edit}, or the name of a space permission. */
    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getUserName() {
        return userName;
    }

    public void setUserName(String userName) {
        this.userName = userName;
    }

    public String getGroupName() {
        return groupName;
    }

    public void setGroupName(String groupName) {
        this.groupName = groupName;
    }
}
