package io.github.jsonrpcwhiteboard.example.confluence.api;

/** That somebody holds a page. */
public class RemotePermission {

    private String lockType;
    private String lockedBy;

    public String getLockType() {
        return lockType;
    }

    public void setLockType(String lockType) {
        this.lockType = lockType;
    }

    public String getLockedBy() {
        return lockedBy;
    }

    public void setLockedBy(String lockedBy) {
        this.lockedBy = lockedBy;
    }
}
