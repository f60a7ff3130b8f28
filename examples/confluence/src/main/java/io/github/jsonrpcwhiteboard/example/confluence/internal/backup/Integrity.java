package io.github.jsonrpcwhiteboard.example.confluence.internal.backup;

import java.util.Collection;
import java.util.Map;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** What holds in all spaces though the database does not know of it, and must hold in imported ones. */
final class Integrity {

    /** Finds rows that are wrong, in {@code spaces}. */
    private static final Map<String, String> WRONG = Map.of(
            "a page or comment is below what is not of its kind", """
                content join content above on above.id = content.parent
                where content.space_key in (<spaces>) and (above.space_key <> content.space_key
                    or above.content_type <> content.content_type or content.content_type = 'blogpost'
                    or above.container is distinct from content.container)""",
            "a comment is not on a page or blog entry", """
                content left join content page on page.id = content.container
                where content.space_key in (<spaces>) and (
                    (content.content_type = 'comment') <> (page.id is not null)
                    or page.content_type = 'comment' or page.space_key <> content.space_key)""",
            "a home page is not a page of the space", """
                space join content on content.id = home_page
                where space.space_key in (<spaces>)
                and (content.space_key <> space.space_key or content_type <> 'page')""",
            "an earlier version is not earlier", """
                history join content on content.id = content_id
                where space_key in (<spaces>) and history.version >= content.version""",
            "an attachment is not in its versions", """
                attachment join content on content.id = content_id
                where space_key in (<spaces>) and attachment.version is distinct from
                    (select max(version) from attachment_version where attachment_id = attachment.id)""");

    /** The number of those that nobody comes to from above. */
    private static final String LOOSE = """
            select (select count(*) from content where space_key in (<spaces>)) - count(*) from (
                with recursive down (id) as (
                    select id from content where parent is null and space_key in (<spaces>)
                    union all
                    select content.id from content join down on content.parent = down.id)
                select id from down)""";

    private final Call call;
    private final Collection<String> spaces;

    Integrity(Call call, Collection<String> spaces) {
        this.call = call;
        this.spaces = spaces;
    }

    void check() throws RemoteException {
        if (!spaces.isEmpty()) {
            for (Map.Entry<String, String> wrong : WRONG.entrySet()) {
                check("select count(*) from " + wrong.getValue(), wrong.getKey());
            }
            check(LOOSE, "a page is below itself");
        }
    }

    private void check(String countOfWrong, String message) throws RemoteException {
        if (call.db().createQuery(countOfWrong).bindList("spaces", spaces).mapTo(long.class).one() > 0) {
            throw Format.damaged(message);
        }
    }
}
