package io.github.jsonrpcwhiteboard.example.confluence.internal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Database;

/** What there is to see of the site, by its path. Safe for use by several threads. */
public final class SitePages {

    private static final String DISPLAY = "display";
    private static final String DOWNLOAD = "download";
    private static final List<String> STYLE = List.of(DISPLAY, ".css");

    private final AttachmentDownloads attachments;
    private final Downloads exports;
    private final byte[] css;

    public SitePages(Database database, Downloads exports) {
        this.attachments = new AttachmentDownloads(database);
        this.exports = exports;
        try (InputStream in = SitePages.class.getResourceAsStream("site.css")) {
            this.css = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this is the style sheet, which anybody may have. */
    static boolean isStyle(SitePath path) {
        return path.segments().equals(STYLE);
    }

    Answer style() {
        return Answer.css(css);
    }

    Answer find(Call call, SitePath path) throws RemoteException {
        List<String> segments = path.segments();
        if (path.isBelow(DISPLAY)) {
            return Answer.html(200, new Display(call, path.root()).find(segments.subList(1, segments.size())));
        }
        if (path.isBelow(DOWNLOAD, "exports")) {
            String name = String.join("/", segments.subList(2, segments.size()));
            return Answer.download(exports.find(call, name).orElseThrow(SitePath::nothing));
        }
        if (path.isBelow(DOWNLOAD, "attachments") && segments.size() == 4) {
            return Answer.download(attachments.find(call, SitePath.id(segments.get(2)), segments.get(3),
                    SitePath.number(path.version())));
        }
        throw SitePath.nothing();
    }
}
