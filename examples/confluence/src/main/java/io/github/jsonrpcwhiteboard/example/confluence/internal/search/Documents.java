package io.github.jsonrpcwhiteboard.example.confluence.internal.search;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;

/** Makes documents of the objects in the database, as they are at the moment. */
final class Documents {

    /** The object; also as a number to be read. */
    static final String ID = "id";
    static final String TYPE = "type";
    /** The key of the space that the object is in, or is, in lower case. */
    static final String SPACE = "space";
    /** The page or blog entry that the object is, or is on. */
    static final String PAGE = "page";
    static final String TITLE = "title";
    static final String TEXT = "text";
    /** The names of all who wrote it, in lower case. */
    static final String CONTRIBUTOR = "contributor";
    static final String MODIFIED = "modified";

    /** The fields as they are. To be changed with them: then indexes are built anew. */
    static final String FORMAT = "1";

    private static final FieldType QUOTABLE = quotable();

    private static final String CONTENTS = """
            select c.id, c.content_type as kind, c.title, c.body as text, c.modified, p.id as page, p.space_key
            from content c join content p on p.id = coalesce(c.container, c.id)
            where c.id in (<ids>) and c.status = 'current' and p.status = 'current'""";
    private static final String ATTACHMENTS = """
            select a.id, 'attachment' as kind, a.file_name as title, v.comment as text, v.created as modified,
                p.id as page, p.space_key
            from attachment a join attachment_version v on v.attachment_id = a.id and v.version = a.version
            join content p on p.id = a.content_id
            where a.id in (<ids>) and p.status = 'current'""";
    private static final String SPACES = """
            select id, 'spacedesc' as kind, name as title, space_key || ' ' || description as text,
                created as modified, 0 as page, space_key
            from space where id in (<ids>)""";
    private static final String USERS = """
            select id, 'userinfo' as kind, fullname as title, name || ' ' || about as text, modified, 0 as page,
                null as space_key
            from user_account where id in (<ids>)""";
    private static final String CONTRIBUTORS = """
            select id, creator as name from content where id in (<ids>) and creator is not null
            union select id, modifier from content where id in (<ids>) and modifier is not null
            union select content_id, modifier from history where content_id in (<ids>) and modifier is not null
            union select attachment_id, creator from attachment_version
                where attachment_id in (<ids>) and creator is not null
            union select id, creator from space where id in (<ids>) and creator is not null
            union select id, creator from user_account where id in (<ids>) and creator is not null
            union select id, modifier from user_account where id in (<ids>) and modifier is not null""";

    private final Handle db;

    Documents(Handle db) {
        this.db = db;
    }

    /** The highest id that an object has. */
    long last() {
        return db.createQuery("""
                select coalesce(max(id), 0) from (
                    select max(id) as id from content union all select max(id) from attachment
                    union all select max(id) from space union all select max(id) from user_account)""")
                .mapTo(long.class).one();
    }

    /** What is on these pages and blog entries: the ids of comments and attachments. */
    List<Long> on(Collection<Long> pages) {
        return query("""
                select id from content where container in (<ids>)
                union all select id from attachment where content_id in (<ids>)""", pages)
                .mapTo(Long.class).list();
    }

    /** The spaces of those among these objects that are pages or blog entries. */
    Map<Long, String> pages(Collection<Long> ids) {
        Map<Long, String> spaces = new HashMap<>();
        query("select id, space_key from content where id in (<ids>) and container is null and status = 'current'", ids)
                .map((row, context) -> spaces.put(row.getLong("id"), lowerCase(row.getString("space_key"))))
                .list();
        return spaces;
    }

    /** Has indexes know these objects as they are; returns those that are gone. */
    Set<Long> write(Collection<Long> ids, Collection<IndexWriter> writers) throws IOException {
        Set<Long> gone = new HashSet<>(ids);
        Map<Long, Set<String>> contributors = contributors(ids);
        for (String kind : List.of(CONTENTS, ATTACHMENTS, SPACES, USERS)) {
            try (ResultIterator<Document> documents = query(kind, ids)
                    .map((row, context) -> document(row, contributors)).iterator()) {
                while (documents.hasNext()) {
                    Document document = documents.next();
                    gone.remove(Long.valueOf(document.get(ID)));
                    for (IndexWriter writer : writers) {
                        writer.updateDocument(new Term(ID, document.get(ID)), document);
                    }
                }
            }
        }
        return gone;
    }

    /** Has indexes know objects no longer, nor what is on them. */
    static void remove(Collection<Long> ids, Collection<IndexWriter> writers) throws IOException {
        Term[] terms = ids.stream().map(id -> id.toString())
                .flatMap(id -> Stream.of(new Term(ID, id), new Term(PAGE, id))).toArray(Term[]::new);
        for (IndexWriter writer : writers) {
            writer.deleteDocuments(terms);
        }
    }

    private Map<Long, Set<String>> contributors(Collection<Long> ids) {
        Map<Long, Set<String>> names = new HashMap<>();
        query(CONTRIBUTORS, ids)
                .map((row, context) -> names.computeIfAbsent(row.getLong("id"), id -> new HashSet<>())
                        .add(lowerCase(row.getString("name"))))
                .list();
        return names;
    }

    private static Document document(ResultSet row, Map<Long, Set<String>> contributors) throws SQLException {
        Document document = new Document();
        long id = row.getLong("id");
        String text = PlainText.of(Objects.requireNonNullElse(row.getString("text"), ""));
        document.add(new StringField(ID, Long.toString(id), Field.Store.NO));
        document.add(new NumericDocValuesField(ID, id));
        document.add(new StringField(TYPE, row.getString("kind"), Field.Store.NO));
        document.add(new StringField(PAGE, row.getString("page"), Field.Store.NO));
        document.add(new TextField(TITLE, WikiAnalyzer.composed(row.getString("title")), Field.Store.NO));
        document.add(new Field(TEXT, WikiAnalyzer.composed(text), QUOTABLE));
        document.add(new LongPoint(MODIFIED, row.getObject("modified", Instant.class).toEpochMilli()));
        if (row.getString("space_key") != null) {
            document.add(new StringField(SPACE, lowerCase(row.getString("space_key")), Field.Store.NO));
        }
        for (String name : contributors.getOrDefault(id, Set.of())) {
            document.add(new StringField(CONTRIBUTOR, name, Field.Store.NO));
        }
        return document;
    }

    /** Kept, with the places of its words, to quote from. */
    private static FieldType quotable() {
        FieldType type = new FieldType(TextField.TYPE_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }

    private Query query(String sql, Collection<Long> ids) {
        return db.createQuery(sql).bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(ids));
    }

    static String lowerCase(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
