package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.List;

/** The names of those who wrote something: they stay when the user goes, and so are no references to users. */
final class Authorship {

    /** Tables and columns. */
    private static final List<List<String>> COLUMNS = List.of(
            List.of("space", "creator"),
            List.of("space_group", "creator"),
            List.of("content", "creator"),
            List.of("content", "modifier"),
            List.of("history", "modifier"),
            List.of("attachment_version", "creator"),
            List.of("label_use", "creator"),
            List.of("user_account", "creator"),
            List.of("user_account", "modifier"));

    private final Call call;

    Authorship(Call call) {
        this.call = call;
    }

    void rename(String name, String newName) {
        changed(name);
        for (List<String> column : COLUMNS) {
            call.db().createUpdate("""
                    update <table> set <column> = :new where <column> = cast(:old as varchar_ignorecase)""")
                    .define("table", column.get(0))
                    .define("column", column.get(1))
                    .bind("old", name)
                    .bind("new", newName)
                    .execute();
        }
    }

    /** The search index knows who contributed. */
    private void changed(String name) {
        call.db().createUpdate("""
                insert into index_queue (object_id)
                with author (name) as (select cast(:name as varchar_ignorecase))
                select space.id from space join author on creator = author.name
                union select content.id from content join author on creator = author.name or modifier = author.name
                union select content_id from history join author on modifier = author.name
                union select attachment_id from attachment_version join author on creator = author.name""")
                .bind("name", name)
                .execute();
    }
}
