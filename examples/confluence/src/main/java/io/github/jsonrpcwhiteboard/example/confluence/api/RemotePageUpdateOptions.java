package io.github.jsonrpcwhiteboard.example.confluence.api;

/** How a change is recorded. */
public class RemotePageUpdateOptions {

    private String versionComment;
    private boolean minorEdit;

    public String getVersionComment() {
        return versionComment;
    }

    public void setVersionComment(String versionComment) {
        this.versionComment = versionComment;
    }

    public boolean isMinorEdit() {
        return minorEdit;
    }

    public void setMinorEdit(boolean minorEdit) {
        this.minorEdit = minorEdit;
    }
}
