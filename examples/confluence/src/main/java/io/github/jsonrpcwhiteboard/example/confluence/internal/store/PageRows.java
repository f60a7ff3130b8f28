package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;

import org.jdbi.v3.core.statement.StatementContext;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePage;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemotePageSummary;

/**
 * Makes pages of rows.
 *
 * @param site where the pages are
 */
record PageRows(Site site) {

    /** What a summary is made of. */
    static final String SUMMARY = "select id, space_key, title, parent, version, "
            + ContentPermissionTable.COUNT + " from content where ";

    /** Of a row of content: whether it is a page, and not in the trash. */
    static final String IS_PAGE = "content.content_type = 'page' and content.status = 'current'";

    RemotePageSummary summary(ResultSet row, StatementContext context) throws SQLException {
        return fill(row, new RemotePageSummary());
    }

    RemotePage page(ResultSet row, StatementContext context) throws SQLException {
        RemotePage page = fill(row, new RemotePage());
        page.setContent(row.getString("body"));
        page.setCreated(date(row, "created"));
        page.setCreator(row.getString("creator"));
        page.setModified(date(row, "modified"));
        page.setModifier(row.getString("modifier"));
        page.setHomePage(row.getBoolean("home"));
        page.setContentStatus(row.getString("status"));
        return page;
    }

    private <T extends RemotePageSummary> T fill(ResultSet row, T page) throws SQLException {
        page.setId(row.getLong("id"));
        page.setSpace(row.getString("space_key"));
        page.setTitle(row.getString("title"));
        page.setParentId(row.getLong("parent"));
        page.setVersion(row.getInt("version"));
        page.setPermissions(row.getInt("permissions"));
        page.setUrl(site.url(page.getSpace(), page.getTitle()));
        return page;
    }

    static Date date(ResultSet row, String column) throws SQLException {
        return Date.from(row.getObject(column, Instant.class));
    }
}
