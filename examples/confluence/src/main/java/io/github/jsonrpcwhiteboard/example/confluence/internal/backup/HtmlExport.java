package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.markup.Markup;
import io.github.jsonrpcwhiteboard.example.confluence.internal.markup.Surroundings;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageLink;

/** Writes a space as static HTML: a file for each page and blog entry, and the attachments in their newest version. */
public final class HtmlExport implements Contents {

    private static final String FOLDER = "attachments/";
    private static final int NAME_LENGTH = 60;

    private final Call call;
    private final Scope scope;
    private Set<Long> ids;

    public HtmlExport(Call call, Scope scope) {
        this.call = call;
        this.scope = scope;
    }

    /**
     * A page or blog entry.
     *
     * @param parent the page above, if that is exported, too; else 0
     * @param file what it is written to
     */
    record Page(long id, boolean isBlogEntry, long parent, String title, String creator, Instant created, String file) {
    }

    private record Attachment(long page, String name, String file, long id, long version) {
    }

    @Override
    public void writeTo(ZipOutputStream zip) throws IOException {
        ids = new Selection(call, scope).ids(scope.space());
        List<Page> pages = pages();
        Map<Long, List<Attachment>> attachments = attachments();
        write(zip, HtmlPages.INDEX, index(pages));
        Map<PageLink, String> links = new TreeMap<>();
        pages.stream().filter(page -> !page.isBlogEntry())
                .forEach(page -> links.put(new PageLink(scope.space(), page.title()), page.file()));
        for (Page page : pages) {
            Files files = new Files(scope.space(), links, attachments.getOrDefault(page.id(), List.of()));
            write(zip, page.file(), html(page, files));
        }
        for (List<Attachment> some : attachments.values()) {
            for (Attachment attachment : some) {
                write(zip, attachment);
            }
        }
    }

    private List<Page> pages() {
        return call.db().createQuery("""
                select id, content_type, parent, title, creator, created from content
                where space_key = :space and content_type <> 'comment' and status = 'current'
                order by position nulls last, title""")
                .bind("space", scope.space())
                .map((row, context) -> new Page(row.getLong("id"), row.getString("content_type").equals("blogpost"),
                        ids.contains(row.getLong("parent")) ? row.getLong("parent") : 0, row.getString("title"),
                        row.getString("creator"), row.getObject("created", Instant.class),
                        row.getLong("id") + file(row.getString("title")) + ".html"))
                .filter(page -> ids.contains(page.id()))
                .list();
    }

    /** Those of each page by their names. */
    private Map<Long, List<Attachment>> attachments() {
        return call.db().createQuery("""
                select attachment.id, content_id, file_name, attachment.version
                from attachment join content on content.id = content_id
                where space_key = :space order by content_id, file_name""")
                .bind("space", scope.space())
                .map((row, context) -> new Attachment(row.getLong("content_id"), row.getString("file_name"),
                        FOLDER + row.getLong("id") + file(row.getString("file_name")), row.getLong("id"),
                        row.getLong("version")))
                .filter(attachment -> ids.contains(attachment.id()))
                .collect(Collectors.groupingBy(Attachment::page, LinkedHashMap::new, Collectors.toList()));
    }

    private String index(List<Page> pages) {
        Map<Long, List<Page>> below = pages.stream().filter(page -> !page.isBlogEntry())
                .collect(Collectors.groupingBy(Page::parent));
        List<String> entries = pages.stream().filter(Page::isBlogEntry)
                .sorted((a, b) -> b.created().compareTo(a.created()))
                .map(entry -> HtmlPages.link(entry.file(), entry.title())).toList();
        return call.db().createQuery("select name, description from space where space_key = :space")
                .bind("space", scope.space())
                .map((row, context) -> HtmlPages.frame(row.getString("name"),
                        HtmlPages.heading(1, row.getString("name")) + HtmlPages.text(row.getString("description"))
                        + HtmlPages.tree(below) + HtmlPages.list("Blog", entries)))
                .one();
    }

    private String html(Page page, Files files) {
        StringBuilder html = new StringBuilder(HtmlPages.link(HtmlPages.INDEX, scope.space()))
                .append(HtmlPages.heading(1, page.title()))
                .append(HtmlPages.by(page.creator(), page.created()))
                .append(body(page.id(), files))
                .append(HtmlPages.list("Attachments", files.attachments().stream()
                        .map(attachment -> HtmlPages.link(attachment.file(), attachment.name())).toList()));
        comments(page, files, html);
        return HtmlPages.frame(page.title(), html.toString());
    }

    private void comments(Page page, Files files, StringBuilder html) {
        call.db().createQuery("""
                select id, title, creator, created from content
                where container = :page and status = 'current' order by id""")
                .bind("page", page.id())
                .map((row, context) -> !ids.contains(row.getLong("id")) ? ""
                        : HtmlPages.heading(2, row.getString("title"))
                        + HtmlPages.by(row.getString("creator"), row.getObject("created", Instant.class))
                        + body(row.getLong("id"), files))
                .forEach(html::append);
    }

    /** Links lead to the files of the export, or, to pages that are not in it, nowhere. */
    private String body(long id, Files files) {
        String body = call.db().createQuery("select body from content where id = :id").bind("id", id)
                .mapTo(String.class).one();
        try {
            return new Markup().toHtml(body, files);
        } catch (RemoteException e) {
            return HtmlPages.text(body);
        }
    }

    /**
     * The files that a content can link to.
     *
     * @param space the key of the space
     * @param pages the files of the pages, by what links to them
     * @param attachments those of the page
     */
    private record Files(String space, Map<PageLink, String> pages, List<Attachment> attachments)
            implements Surroundings {

        @Override
        public String url() {
            return "";
        }

        @Override
        public Map<PageLink, String> urls(SortedSet<PageLink> wanted) {
            Map<PageLink, String> urls = new TreeMap<>(pages);
            urls.keySet().retainAll(wanted);
            return urls;
        }

        @Override
        public Optional<String> attachment(String fileName) {
            return attachments.stream().filter(attachment -> attachment.name().equalsIgnoreCase(fileName))
                    .map(Attachment::file).findFirst();
        }
    }

    /** A name that any file system takes. */
    private static String file(String name) {
        String file = name.substring(Math.max(0, name.length() - NAME_LENGTH));
        return "_" + file.replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    private static void write(ZipOutputStream zip, String file, String html) throws IOException {
        zip.putNextEntry(new ZipEntry(file));
        zip.write(html.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void write(ZipOutputStream zip, Attachment attachment) throws IOException {
        Blob blob = call.db().createQuery(
                "select data from attachment_version where attachment_id = :id and version = :version")
                .bind("id", attachment.id())
                .bind("version", attachment.version())
                .map((row, context) -> row.getBlob("data")).one();
        zip.putNextEntry(new ZipEntry(attachment.file()));
        try (InputStream data = blob.getBinaryStream()) {
            data.transferTo(zip);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        zip.closeEntry();
    }
}
