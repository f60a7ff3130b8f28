package io.github.jsonrpcwhiteboard.example.confluence.internal.web;

import java.io.IOException;
import java.io.OutputStream;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteAttachment;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.area.AttachmentArea;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.AttachmentTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.AttachmentVersion;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;

/**
 * Attachments as downloads. Each piece is read in a transaction of its own, so that readers who take their time hold no
 * connection; a version that is found never changes. Safe for use by several threads.
 */
final class AttachmentDownloads {

    private static final int PIECE = 256 * 1024;

    private final Database database;

    AttachmentDownloads(Database database) {
        this.database = database;
    }

    /** A version of an attachment; 0: the newest. */
    Download find(Call call, long contentId, String name, int version) throws RemoteException {
        AttachmentVersion found = new AttachmentArea(call).version(contentId, name, version);
        RemoteAttachment attachment = found.attachment();
        return new Download(attachment.getFileName(), attachment.getContentType(), attachment.getFileSize(),
                out -> write(call, found, out));
    }

    private void write(Call call, AttachmentVersion version, OutputStream out) throws IOException {
        long size = version.attachment().getFileSize();
        for (long from = 0; from < size; from += PIECE) {
            out.write(read(call, version, from, (int) Math.min(PIECE, size - from)));
        }
    }

    private byte[] read(Call call, AttachmentVersion version, long from, int length) throws IOException {
        return database.<byte[], IOException>inTransaction(db -> new AttachmentTable(call.on(db))
                .data(version, from, length)
                .orElseThrow(() -> new IOException("the attachment has been removed while it was sent")));
    }
}
