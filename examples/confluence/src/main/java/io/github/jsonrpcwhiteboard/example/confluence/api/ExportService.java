package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Exports, imports and backups. An export is a zip file, and answered with its URL. */
public interface ExportService {

    /**
     * Exports what the caller may view of a space, as {@code TYPE_XML} (which can be imported) or {@code TYPE_HTML}.
     */
    String exportSpace(String token, String spaceKey, String exportType)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Exports a space, or all of it including what the caller may not view, which needs an administrator of the
     * space.
     */
    String exportSpace(String token, String spaceKey, String exportType, boolean exportAll)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Imports the spaces of an export, of which there must be none here. */
    boolean importSpace(String token, byte[] importData)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;

    /** Exports all spaces, users, groups and permissions. */
    String exportSite(String token, boolean exportAttachments)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Exports all like {@link #exportSite}, into the directory of backups. */
    String performBackup(String token, boolean exportAttachments)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
