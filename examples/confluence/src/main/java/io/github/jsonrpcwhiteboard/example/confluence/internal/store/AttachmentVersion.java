package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteAttachment;

/**
 * A version of an attachment. Its bytes never change, though it may be removed.
 *
 * @param number from 1 on
 * @param attachment all but the bytes
 */
public record AttachmentVersion(int number, RemoteAttachment attachment) {
}
