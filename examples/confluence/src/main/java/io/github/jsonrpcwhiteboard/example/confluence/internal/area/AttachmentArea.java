package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.AttachmentService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteAttachment;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Files at pages and blog entries. */
public final class AttachmentArea implements AttachmentService {

    private final Access access;

    public AttachmentArea(Call call) {
        this.access = new Access(call);
    }

    @Override
    public RemoteAttachment[] getAttachments(String token, long pageId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteAttachment addAttachment(String token, long contentId, RemoteAttachment attachment,
            byte[] attachmentData)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteAttachment getAttachment(String token, long contentId, String fileName, int version)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] getAttachmentData(String token, long contentId, String fileName, int version) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeAttachment(String token, long contentId, String fileName) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean moveAttachment(String token, long originalContentId, String originalFileName, long newContentId,
            String newFileName)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
