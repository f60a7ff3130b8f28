package io.github.jsonrpcwhiteboard.example.confluence.api;

/** A user with the key that stays when the user is renamed. */
public class RemoteConfluenceUser extends RemoteUser {

    private String key;

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
