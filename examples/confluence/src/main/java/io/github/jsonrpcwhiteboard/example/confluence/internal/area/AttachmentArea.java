package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.io.ByteArrayInputStream;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.jsonrpcwhiteboard.example.confluence.api.AttachmentService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteAttachment;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.AttachmentTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.AttachmentVersion;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Content;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;

/** The rules for files at pages and blog entries. */
public final class AttachmentArea implements AttachmentService {

    private final AttachmentTable attachments;
    private final Access access;
    private final AttachmentChecks checks;

    public AttachmentArea(Call call) {
        this.attachments = new AttachmentTable(call);
        this.access = new Access(call);
        this.checks = new AttachmentChecks(call.site().attachmentLimit());
    }

    @Override
    public RemoteAttachment[] getAttachments(String token, long pageId) throws RemoteException {
        return attachments.at(place(pageId).id()).toArray(new RemoteAttachment[0]);
    }

    @Override
    public RemoteAttachment addAttachment(String token, long contentId, RemoteAttachment attachment,
            byte[] attachmentData)
            throws RemoteException {
        lock(place(contentId));
        Content place = place(contentId);
        needToAdd(place);
        RemoteAttachment added = checks.added(attachment, attachmentData);
        added.setPageId(place.id());
        attachments.add(added, new ByteArrayInputStream(attachmentData));
        return find(place, added.getFileName(), 0).attachment();
    }

    @Override
    public RemoteAttachment getAttachment(String token, long contentId, String fileName, int version)
            throws RemoteException {
        return version(contentId, fileName, version).attachment();
    }

    @Override
    public byte[] getAttachmentData(String token, long contentId, String fileName, int version) throws RemoteException {
        AttachmentVersion found = version(contentId, fileName, version);
        return attachments.data(found, 0, Math.toIntExact(found.attachment().getFileSize()))
                .orElseThrow(() -> missing(fileName));
    }

    /** A version that the caller may view; 0: the newest. */
    public AttachmentVersion version(long contentId, String fileName, int version) throws RemoteException {
        return find(place(contentId), fileName, version);
    }

    @Override
    public boolean removeAttachment(String token, long contentId, String fileName) throws RemoteException {
        lock(place(contentId));
        attachments.delete(removable(place(contentId), fileName).getId());
        return true;
    }

    @Override
    public boolean moveAttachment(String token, long originalContentId, String originalFileName, long newContentId,
            String newFileName)
            throws RemoteException {
        lock(place(originalContentId), place(newContentId));
        RemoteAttachment moved = removable(place(originalContentId), originalFileName);
        Content target = place(newContentId);
        needToAdd(target);
        attachments.move(moved.getId(), target.id(), checks.fileName(newFileName, "new file name"));
        return true;
    }

    /** A content that may have attachments. */
    private Content place(long contentId) throws RemoteException {
        Content content = access.content(contentId);
        if (content.type().equals(Content.COMMENT)) {
            throw new RemoteException("A comment has no attachments: they are at pages and blog entries.");
        }
        return content;
    }

    /** Always in the same order, so that nobody waits for somebody who waits for them. */
    private void lock(Content... places) throws RemoteException {
        for (String key : Stream.of(places).map(Content::space).collect(Collectors.toCollection(TreeSet::new))) {
            access.lockedSpace(key);
        }
    }

    private void needToAdd(Content place) throws RemoteException {
        access.needToEdit(place, SpacePermission.CREATEATTACHMENT, "add an attachment there");
    }

    /** An attachment that the caller may take away. It is the caller's own if all versions are. */
    private RemoteAttachment removable(Content place, String fileName) throws RemoteException {
        RemoteAttachment found = find(place, fileName, 0).attachment();
        boolean own = attachments.creators(found.getId()).stream().allMatch(access::isCaller);
        access.needToRemove(place, own, SpacePermission.REMOVEATTACHMENT, "remove that attachment");
        return found;
    }

    private AttachmentVersion find(Content place, String fileName, int version) throws RemoteException {
        return attachments.find(place.id(), Checks.given(fileName, "file name"), version)
                .orElseThrow(() -> version == 0 ? missing(fileName)
                        : new RemoteException("There is no version " + version + " of an attachment " + fileName
                                + " there."));
    }

    private static RemoteException missing(String fileName) {
        return new RemoteException("There is no attachment " + fileName + " there.");
    }
}
