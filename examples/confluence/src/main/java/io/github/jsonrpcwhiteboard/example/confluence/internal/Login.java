package io.github.jsonrpcwhiteboard.example.confluence.internal;

/**
 * Who logged in to the host.
 *
 * @param name null if nobody did
 * @param isAdministrator whether the host says that this is one
 * @param isOwn whether this plugin checked the password
 */
record Login(String name, boolean isAdministrator, boolean isOwn) {

    static final Login NONE = new Login(null, false, false);
}
