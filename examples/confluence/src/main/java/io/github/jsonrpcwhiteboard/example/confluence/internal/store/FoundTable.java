package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteSearchResult;

/** What can be found, of all kinds. Neither what is in the trash nor what is on it. */
public final class FoundTable {

    private static final int BATCH = 1000;
    private static final String CONTENTS = """
            select c.id, c.content_type as kind, c.title, p.space_key, p.id as page, p.title as page_title,
                p.content_type as page_kind, p.created, 0 as version
            from content c join content p on p.id = coalesce(c.container, c.id)
            where c.id in (<ids>) and c.status = 'current' and p.status = 'current'""";
    private static final String OTHERS = """
            select a.id, 'attachment' as kind, a.file_name as title, p.space_key, p.id as page, p.title as page_title,
                p.content_type as page_kind, p.created, a.version
            from attachment a join content p on p.id = a.content_id
            where a.id in (<ids>) and p.status = 'current'
            union all
            select id, 'spacedesc', name, space_key, 0, null, null, created, 0 from space where id in (<ids>)
            union all
            select id, 'userinfo', fullname, null, 0, name, null, created, 0 from user_account
            where id in (<ids>) and active""";
    private static final String BEGINNINGS = """
            select id, substring(body, 1, :length) as text from content where id in (<ids>)
            union all
            select id, substring(description, 1, :length) from space where id in (<ids>)""";

    private final Call call;

    public FoundTable(Call call) {
        this.call = call;
    }

    /**
     * Something that was found.
     *
     * @param result without an excerpt
     * @param space the key of the space that it is in, or is; null for users
     * @param page the page or blog entry that it is, or is on; 0 for spaces and users
     */
    public record Found(RemoteSearchResult result, String space, long page) {
    }

    /** The objects of these ids, in no order. */
    public List<Found> find(Collection<Long> ids) {
        List<Found> found = find(CONTENTS, ids);
        if (found.size() < ids.size()) {
            Set<Long> others = new HashSet<>(ids);
            found.forEach(content -> others.remove(content.result().getId()));
            found.addAll(find(OTHERS, others));
        }
        return found;
    }

    private List<Found> find(String sql, Collection<Long> ids) {
        List<Found> found = new ArrayList<>();
        for (List<Long> some : batches(ids)) {
            call.db().createQuery(sql).bindList("ids", some).map((row, context) -> found(row)).forEach(found::add);
        }
        return found;
    }

    /** How the texts of pages, blog entries and spaces begin. */
    public Map<Long, String> beginnings(Collection<Long> ids, int length) {
        Map<Long, String> texts = new HashMap<>();
        for (List<Long> some : batches(ids)) {
            call.db().createQuery(BEGINNINGS).bindList("ids", some).bind("length", length)
                    .map((row, context) -> texts.put(row.getLong("id"), row.getString("text"))).list();
        }
        return texts;
    }

    /** So that no statement has more parameters than there may be. */
    private static List<List<Long>> batches(Collection<Long> ids) {
        List<Long> all = List.copyOf(ids);
        return IntStream.iterate(0, first -> first < all.size(), first -> first + BATCH)
                .mapToObj(first -> all.subList(first, Math.min(first + BATCH, all.size()))).toList();
    }

    private Found found(ResultSet row) throws SQLException {
        RemoteSearchResult result = new RemoteSearchResult();
        result.setId(row.getLong("id"));
        result.setType(row.getString("kind"));
        result.setTitle(row.getString("title"));
        result.setUrl(url(row));
        result.setExcerpt("");
        return new Found(result, row.getString("space_key"), row.getLong("page"));
    }

    private String url(ResultSet row) throws SQLException {
        Site site = call.site();
        return switch (row.getString("kind")) {
            case RemoteSearchResult.SPACE -> site.url(row.getString("space_key"));
            case RemoteSearchResult.USER -> site.url("~" + row.getString("page_title"));
            case RemoteSearchResult.ATTACHMENT -> site.attachmentUrl(row.getLong("page"), row.getString("title"),
                    row.getInt("version"));
            case Content.COMMENT -> site.commentUrl(pageUrl(row), row.getLong("id"));
            default -> pageUrl(row);
        };
    }

    private String pageUrl(ResultSet row) throws SQLException {
        String space = row.getString("space_key");
        String title = row.getString("page_title");
        return Content.BLOG_ENTRY.equals(row.getString("page_kind"))
                ? call.site().url(space, row.getObject("created", Instant.class), title)
                : call.site().url(space, title);
    }
}
