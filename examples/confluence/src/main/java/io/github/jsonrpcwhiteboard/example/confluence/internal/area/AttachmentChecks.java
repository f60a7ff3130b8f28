package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.regex.Pattern;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteAttachment;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

/** What an attachment has to be like. */
final class AttachmentChecks {

    private static final String DEFAULT_TYPE = "application/octet-stream";
    private static final String TOKEN = "[A-Za-z0-9!#$&^_.+-]+";
    private static final Pattern TYPE =
            Pattern.compile(TOKEN + "/" + TOKEN + "( *; *" + TOKEN + "=" + TOKEN + ")*");
    /** Some systems could not save a file with these; half a surrogate pair has no place in a URL. */
    private static final Pattern BAD_NAME =
            Pattern.compile("[/\\\\\":?*<>|\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]|\\.\\.|^\\.$");

    private final long limit;

    /** @param limit the most bytes */
    AttachmentChecks(long limit) {
        this.limit = limit;
    }

    /** What counts of an attachment to add: the id, for example, does not. */
    RemoteAttachment added(RemoteAttachment given, byte[] data) throws RemoteException {
        Checks.given(given, "attachment");
        size(Checks.given(data, "data of the attachment").length);
        RemoteAttachment added = new RemoteAttachment();
        added.setFileName(fileName(given.getFileName(), "file name of the attachment"));
        added.setTitle(title(given));
        added.setContentType(contentType(given.getContentType()));
        added.setComment(given.getComment() == null || given.getComment().isBlank() ? null
                : Checks.name(given.getComment(), "comment of the attachment"));
        added.setFileSize(data.length);
        return added;
    }

    private void size(int size) throws RemoteException {
        if (size > limit) {
            throw new RemoteException("The attachment has " + size + " bytes; there may be " + limit + " at most.");
        }
    }

    String fileName(String name, String what) throws RemoteException {
        if (BAD_NAME.matcher(Checks.name(name, what)).find()) {
            throw new RemoteException("The " + what
                    + " may have neither / \\ \" : ? * < > | nor control characters nor two dots in a row.");
        }
        return name;
    }

    /** Null where it is the file's name. */
    private static String title(RemoteAttachment given) throws RemoteException {
        String title = given.getTitle();
        return title == null || title.isBlank() || title.equals(given.getFileName()) ? null
                : Checks.name(title, "title of the attachment");
    }

    private static String contentType(String type) throws RemoteException {
        if (type == null || type.isBlank()) {
            return DEFAULT_TYPE;
        }
        if (!TYPE.matcher(Checks.name(type, "content type of the attachment")).matches()) {
            throw new RemoteException("The content type of the attachment is not like text/plain.");
        }
        return type;
    }
}
