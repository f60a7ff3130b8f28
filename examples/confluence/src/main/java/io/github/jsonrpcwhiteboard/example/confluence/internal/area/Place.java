package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteBlogEntrySummary;
import io.github.jsonrpcwhiteboard.example.confluence.internal.markup.Surroundings;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.BlogTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Content;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.LinkTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PageLink;

/** Where content is rendered: in a space, as a page or blog entry if there is one, for the caller. */
final class Place implements Surroundings {

    private final Call call;
    private final Access access;
    private final String space;
    private final Optional<Content> content;

    Place(Call call, Access access, String space) {
        this(call, access, space, Optional.empty());
    }

    Place(Call call, Access access, Content content) {
        this(call, access, content.space(), Optional.of(content));
    }

    private Place(Call call, Access access, String space, Optional<Content> content) {
        this.call = call;
        this.access = access;
        this.space = space;
        this.content = content;
    }

    @Override
    public String space() {
        return space;
    }

    @Override
    public String url() {
        return content.flatMap(this::url).orElseGet(() -> call.site().url(space));
    }

    private Optional<String> url(Content shown) {
        return shown.type().equals(Content.PAGE) ? Optional.of(call.site().url(space, shown.title()))
                : new BlogTable(call).find(shown.id()).map(RemoteBlogEntrySummary::getUrl);
    }

    /** Asks for all pages of a space at once. */
    @Override
    public Map<PageLink, String> urls(SortedSet<PageLink> pages) {
        Map<String, SortedSet<String>> titles = pages.stream().collect(Collectors.groupingBy(PageLink::space,
                () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
                Collectors.mapping(PageLink::title, Collectors.toCollection(TreeSet::new))));
        Map<PageLink, String> urls = new TreeMap<>();
        titles.forEach((key, ofSpace) -> {
            if (access.canView(key)) {
                Map<PageLink, Long> found = new LinkTable(call).pages(key, ofSpace);
                access.visible(key, found.keySet(), found::get)
                        .forEach(page -> urls.put(page, call.site().url(page.space(), page.title())));
            }
        });
        return urls;
    }

    @Override
    public Optional<String> attachment(String fileName) {
        return content.map(shown -> call.site().attachmentUrl(shown.id(), fileName, 0));
    }
}
