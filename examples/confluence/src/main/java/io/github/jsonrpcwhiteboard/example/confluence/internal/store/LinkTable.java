package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jdbi.v3.core.statement.PreparedBatch;

/** Which contents link to which pages, in the database: also those in the trash. */
public final class LinkTable {

    private static final int LENGTH = 255;
    private static final int BATCH = 1000;

    private final Call call;

    public LinkTable(Call call) {
        this.call = call;
    }

    /**
     * A body that may have links.
     *
     * @param id the id of the content that has it
     * @param space the key of the space that the content is in
     * @param text the body
     */
    public record Body(long id, String space, String text) {
    }

    /** Writes what a content links to now. No page is what no page can be called. */
    public void store(long contentId, SortedSet<PageLink> pages) {
        call.db().createUpdate("delete from link where content_id = :id").bind("id", contentId).execute();
        PreparedBatch batch = call.db().prepareBatch("""
                insert into link (content_id, space_key, title) values (:id, :space, :title)""");
        pages.stream().filter(page -> page.space().length() <= LENGTH && page.title().length() <= LENGTH)
                .forEach(page -> batch.bind("id", contentId).bind("space", page.space()).bind("title", page.title())
                        .add());
        batch.execute();
    }

    /** The ids of those pages of a space that have one of the titles, by what a link to them names. */
    public Map<PageLink, Long> pages(String spaceKey, Collection<String> titles) {
        Map<PageLink, Long> pages = new TreeMap<>();
        List<String> all = List.copyOf(titles);
        for (int first = 0; first < all.size(); first += BATCH) {
            call.db().createQuery("""
                    select id, space_key, live_title from content
                    where space_key = :space and live_title in (<titles>)""")
                    .bind("space", spaceKey)
                    .bindList("titles", all.subList(first, Math.min(first + BATCH, all.size())))
                    .map((row, context) -> pages.put(
                            new PageLink(row.getString("space_key"), row.getString("live_title")), row.getLong("id")))
                    .list();
        }
        return pages;
    }

    /** The ids of what links to a page from some spaces. */
    public List<Long> linkingTo(PageLink page, Collection<String> spaces) {
        return call.db().createQuery("""
                select content_id from link join content on content.id = content_id
                where link.space_key = :space and link.title = :title and content.space_key = any(:spaces)
                order by content_id""")
                .bind("space", page.space())
                .bind("title", page.title())
                .bindArray("spaces", String.class, spaces)
                .mapTo(Long.class).list();
    }

    /** The keys of the spaces of what links to pages. */
    public SortedSet<String> spacesLinkingTo(Collection<Long> pages) {
        SortedSet<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        call.db().createQuery("""
                select distinct content.space_key
                from unnest(:pages) moving (id) join content page on page.id = moving.id
                join link on link.space_key = page.space_key and link.title = page.title
                join content on content.id = link.content_id""")
                .bindArray("pages", Long.class, pages)
                .mapTo(String.class).forEach(keys::add);
        return keys;
    }

    /** The ids of pages, and of what is on them. */
    public List<Long> on(Collection<Long> pages) {
        return pages.isEmpty() ? List.of() : call.db().createQuery("""
                select id from content where id in (<pages>)
                union select id from content where container in (<pages>)""")
                .bindList("pages", pages)
                .mapTo(Long.class).list();
    }

    /** The body of a content, held until the end of the transaction. */
    public Optional<Body> findAndLock(long contentId) {
        return call.db().createQuery("select id, space_key, body from content where id = :id for update")
                .bind("id", contentId)
                .map((row, context) -> new Body(row.getLong("id"), row.getString("space_key"), row.getString("body")))
                .findOne();
    }

    /** Writes a body with other links. It is the same version: nobody has changed what it says. */
    public void rewrite(Body body) {
        call.db().createUpdate("update content set body = :text where id = :id")
                .bind("id", body.id())
                .bind("text", body.text())
                .execute();
        call.changed(body.id());
    }
}
