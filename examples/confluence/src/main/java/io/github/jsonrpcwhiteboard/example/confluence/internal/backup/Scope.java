package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

/**
 * What an export has.
 *
 * @param space the key of its space; null for all spaces, and for users, groups and global permissions, too
 * @param everything whether it has what the caller may not view, what is in the trash, and who watches
 * @param permissions whether it has the permissions in the space
 * @param attachments whether it has attachments
 */
public record Scope(String space, boolean everything, boolean permissions, boolean attachments) {

    public static Scope site(boolean attachments) {
        return new Scope(null, true, true, attachments);
    }

    public static Scope space(String key, boolean everything, boolean permissions) {
        return new Scope(key, everything, permissions, true);
    }

    boolean isSite() {
        return space == null;
    }
}
