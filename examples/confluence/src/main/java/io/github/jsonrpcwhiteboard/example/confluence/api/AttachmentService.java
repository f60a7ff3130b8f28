package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Files at pages and blog entries. Earlier versions are kept. */
public interface AttachmentService {

    /** The newest versions of all files at a page, by name. */
    RemoteAttachment[] getAttachments(String token, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Adds a file, or a version of one, if there is one of this name. */
    RemoteAttachment addAttachment(String token, long contentId, RemoteAttachment attachment, byte[] attachmentData)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** A version of a file; 0: the newest. */
    RemoteAttachment getAttachment(String token, long contentId, String fileName, int version)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The bytes of a version of a file; 0: the newest. */
    byte[] getAttachmentData(String token, long contentId, String fileName, int version)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Removes a file for good, with all its versions. */
    boolean removeAttachment(String token, long contentId, String fileName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Moves a file to another page, or renames it, or both. */
    boolean moveAttachment(String token, long originalContentId, String originalFileName, long newContentId,
            String newFileName)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;
}
