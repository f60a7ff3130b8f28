package io.github.jsonrpcwhiteboard.example.confluence.api;

/**
 * Exports, imports and backups. An export is a zip file, and answered with its URL, under which it can be fetched for a
 * day: by who made it as long as they might make it again, and by administrators. Making one needs a login. Backups are
 * for administrators, and stay until somebody removes the files.
 */
public interface ExportService {

    /**
     * Exports what the caller may view of a space, as {@code TYPE_XML} (which can be imported) or {@code TYPE_HTML}
     * (pages to read, with an {@code index.html}). Of labels that are somebody's own, only the caller's are in it; the
     * permissions in the space are, if the caller administers it. Who exports more than ten times loses the oldest.
     */
    String exportSpace(String token, String spaceKey, String exportType)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Exports a space, or all of it, which needs an administrator of the space: also what the caller may not view, and
     * in XML what is in the trash, and who watches.
     */
    String exportSpace(String token, String spaceKey, String exportType, boolean exportAll)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Imports what an export as XML or a backup has. For administrators. Its spaces must not exist here; all of it is
     * imported, or nothing. What is imported has new ids; authors keep their names, whether they are users here or not.
     * The export of a site brings its users (with their passwords), groups, space groups and global permissions;
     * those that exist here stay as they are, and gain nothing. Other exports bring the groups and space groups that
     * they name. Permissions and watches of unknown users are left out; if a page is restricted to one, who imports it
     * takes the user's place. A space that comes without permissions is for who imports it.
     */
    boolean importSpace(String token, byte[] importData)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /**
     * Exports all spaces with all that is in them, users with the hashes of their passwords, groups and permissions, so
     * that it can be imported. For administrators.
     */
    String exportSite(String token, boolean exportAttachments)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Exports all like {@link #exportSite}, into the directory of backups. */
    String performBackup(String token, boolean exportAttachments)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
