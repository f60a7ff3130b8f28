package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;

/**
 * Keeps pages closed that lose a page above them whose restrictions they inherit: they take these over. Asked before
 * the tree changes, by whoever holds the space.
 */
public final class Inheritance {

    private static final List<String> PERMISSIONS = List.of(PermissionTable.VIEW, PermissionTable.EDIT);

    private final Call call;

    public Inheritance(Call call) {
        this.call = call;
    }

    /** Before pages leave those below them behind: in the trash too, where titles are to be seen. */
    void leave(Collection<Long> pages) {
        Set<Long> staying = new HashSet<>(call.db().createQuery("""
                select content.id from unnest(:ids) page (id) join content on content.parent = page.id""")
                .bindArray("ids", Long.class, pages)
                .mapTo(Long.class).list());
        staying.removeAll(pages);
        for (String permission : PERMISSIONS) {
            keep(staying, pages, permission);
        }
    }

    /** Before the caller moves a page with all below it. What is not closed to the caller is the caller's to open. */
    public void move(RemotePageSummary page) {
        List<Long> above = new PageTreeTable(call).ancestors(page.getId()).stream().map(RemotePageSummary::getId)
                .toList();
        Map<Long, Long> below = below(page.getId());
        for (String permission : PERMISSIONS) {
            Set<Long> closed = new PermissionTable(call).closed(page.getSpace(), permission);
            keep(below.keySet().stream().filter(id -> closed.contains(id) && !closed.contains(below.get(id))).toList(),
                    above, permission);
        }
    }

    private void keep(Collection<Long> ids, Collection<Long> above, String permission) {
        ContentPermissionTable permissions = new ContentPermissionTable(call);
        for (long page : ids.isEmpty() ? List.<Long>of() : permissions.naming(above, permission)) {
            below(page).keySet().stream().filter(ids::contains)
                    .forEach(id -> permissions.inherit(id, page, permission));
        }
    }

    /** The ids of all pages below a page, those in the trash too, each with that of its parent. */
    private Map<Long, Long> below(long id) {
        Map<Long, Long> parents = new HashMap<>();
        call.db().createQuery("""
                with recursive down (id, parent) as (
                    select id, parent from content where parent = :id
                    union all
                    select content.id, content.parent from content join down on content.parent = down.id)
                select * from down""")
                .bind("id", id)
                .map((row, context) -> parents.put(row.getLong("id"), row.getLong("parent")))
                .list();
        return parents;
    }
}
