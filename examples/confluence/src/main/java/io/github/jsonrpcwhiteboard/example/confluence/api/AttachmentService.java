package io.github.jsonrpcwhiteboard.example.confluence.api;

/**
 * Files at pages and blog entries; comments have none. Earlier versions are kept. The case of a name does not matter.
 */
public interface AttachmentService {

    /** The newest versions of all files at a page or blog entry, by name. */
    RemoteAttachment[] getAttachments(String token, long pageId)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Adds a file, or a version of one, if there is one of this name. Of what is told of it, the file name counts, and,
     * if they are given, the title (else the file name), the content type (else application/octet-stream) and the
     * comment. It may be empty, but not larger than is configured.
     */
    RemoteAttachment addAttachment(String token, long contentId, RemoteAttachment attachment, byte[] attachmentData)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** A version of a file; 0: the newest. */
    RemoteAttachment getAttachment(String token, long contentId, String fileName, int version)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** The bytes of a version of a file; 0: the newest. */
    byte[] getAttachmentData(String token, long contentId, String fileName, int version)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Removes a file for good, with all its versions. It is the caller's own if all of them are. */
    boolean removeAttachment(String token, long contentId, String fileName)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Moves a file with all its versions to another page or blog entry, or renames it, or both. */
    boolean moveAttachment(String token, long originalContentId, String originalFileName, long newContentId,
            String newFileName)
            throws InvalidSessionException, NotPermittedException, AlreadyExistsException, RemoteException;
}
