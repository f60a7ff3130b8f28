package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.AlreadyExistsException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteAttachment;

/** Attachments in the database. Whoever writes holds their spaces: so versions are numbered one after the other. */
public final class AttachmentTable {

    private static final String VERSION = """
            select a.id, a.content_id, a.file_name, v.version, v.title, v.content_type, v.comment, v.file_size,
                v.creator, v.created
            from attachment a join attachment_version v on v.attachment_id = a.id
            where a.content_id = :content and\s""";

    private final Call call;

    public AttachmentTable(Call call) {
        this.call = call;
    }

    /** The newest versions of all at a content. */
    public List<RemoteAttachment> at(long contentId) {
        return call.db().createQuery(VERSION + "v.version = a.version order by a.file_name")
                .bind("content", contentId)
                .map((row, context) -> version(row).attachment())
                .list();
    }

    /** A version; 0: the newest. */
    public Optional<AttachmentVersion> find(long contentId, String fileName, int version) {
        return call.db().createQuery(VERSION
                + "a.file_name = :name and v.version = coalesce(nullif(:version, 0), a.version)")
                .bind("content", contentId)
                .bind("name", fileName)
                .bind("version", version)
                .map((row, context) -> version(row))
                .findOne();
    }

    /** Some of the bytes of a version; empty if it has been removed. The others do not come into memory. */
    public Optional<byte[]> data(AttachmentVersion version, long from, int length) {
        return call.db().createQuery("""
                select data from attachment_version where attachment_id = :id and version = :version""")
                .bind("id", version.attachment().getId())
                .bind("version", version.number())
                .map((row, context) -> row.getBlob("data").getBytes(from + 1, length))
                .findOne();
    }

    /** Who wrote versions of an attachment; null: somebody without a login. */
    public List<String> creators(long id) {
        return call.db().createQuery("select distinct creator from attachment_version where attachment_id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .list();
    }

    /** Writes an attachment, or the next version of the one that has this name at this content. */
    public void add(RemoteAttachment attachment, InputStream data) {
        long id = existing(attachment).orElseGet(() -> insert(attachment));
        int version = call.db().createQuery("select version from attachment where id = :id")
                .bind("id", id)
                .mapTo(int.class).one() + 1;
        call.db().createUpdate("update attachment set version = :version where id = :id")
                .bind("id", id)
                .bind("version", version)
                .execute();
        call.db().createUpdate("""
                insert into attachment_version
                    (attachment_id, version, title, content_type, comment, file_size, creator, created, data)
                values (:id, :version, :title, :type, :comment, :size, :user, :now, :data)""")
                .bind("id", id)
                .bind("version", version)
                .bind("title", attachment.getTitle())
                .bind("type", attachment.getContentType())
                .bind("comment", attachment.getComment())
                .bind("size", attachment.getFileSize())
                .bind("user", call.user())
                .bind("now", call.now())
                .bindBinaryStream("data", data, Math.toIntExact(attachment.getFileSize()))
                .execute();
        call.changed(id);
    }

    private Optional<Long> existing(RemoteAttachment attachment) {
        return call.db().createQuery("select id from attachment where content_id = :content and file_name = :name")
                .bind("content", attachment.getPageId())
                .bind("name", attachment.getFileName())
                .mapTo(Long.class)
                .findOne();
    }

    private long insert(RemoteAttachment attachment) {
        return call.db().createUpdate("""
                insert into attachment (content_id, file_name, version) values (:content, :name, 0)""")
                .bind("content", attachment.getPageId())
                .bind("name", attachment.getFileName())
                .executeAndReturnGeneratedKeys("id").mapTo(long.class).one();
    }

    /** Moves an attachment with all its versions. */
    public void move(long id, long contentId, String fileName) throws AlreadyExistsException {
        Database.unique(() -> call.db().createUpdate("""
                update attachment set content_id = :content, file_name = :name where id = :id""")
                .bind("id", id)
                .bind("content", contentId)
                .bind("name", fileName)
                .execute(),
                () -> new AlreadyExistsException("An attachment with the name " + fileName + " already exists there."));
        call.changed(id);
    }

    /** Deletes an attachment with all its versions. */
    public void delete(long id) {
        call.db().createUpdate("delete from attachment where id = :id").bind("id", id).execute();
        call.changed(id);
    }

    private AttachmentVersion version(ResultSet row) throws SQLException {
        RemoteAttachment attachment = new RemoteAttachment();
        attachment.setId(row.getLong("id"));
        attachment.setPageId(row.getLong("content_id"));
        attachment.setFileName(row.getString("file_name"));
        attachment.setTitle(Objects.requireNonNullElse(row.getString("title"), attachment.getFileName()));
        attachment.setFileSize(row.getLong("file_size"));
        attachment.setContentType(row.getString("content_type"));
        attachment.setComment(row.getString("comment"));
        attachment.setCreator(row.getString("creator"));
        attachment.setCreated(Date.from(row.getObject("created", Instant.class)));
        int number = row.getInt("version");
        attachment.setUrl(call.site().attachmentUrl(attachment.getPageId(), attachment.getFileName(), number));
        return new AttachmentVersion(number, attachment);
    }
}
