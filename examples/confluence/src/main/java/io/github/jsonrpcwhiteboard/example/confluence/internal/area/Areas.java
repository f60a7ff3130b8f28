package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Function;

import io.github.jsonrpcwhiteboard.example.confluence.api.AttachmentService;
import io.github.jsonrpcwhiteboard.example.confluence.api.BlogService;
import io.github.jsonrpcwhiteboard.example.confluence.api.CommentService;
import io.github.jsonrpcwhiteboard.example.confluence.api.ContentPermissionService;
import io.github.jsonrpcwhiteboard.example.confluence.api.ExportService;
import io.github.jsonrpcwhiteboard.example.confluence.api.GlobalPermissionService;
import io.github.jsonrpcwhiteboard.example.confluence.api.GroupService;
import io.github.jsonrpcwhiteboard.example.confluence.api.LabelService;
import io.github.jsonrpcwhiteboard.example.confluence.api.MarkupService;
import io.github.jsonrpcwhiteboard.example.confluence.api.PageService;
import io.github.jsonrpcwhiteboard.example.confluence.api.PageTreeService;
import io.github.jsonrpcwhiteboard.example.confluence.api.SearchService;
import io.github.jsonrpcwhiteboard.example.confluence.api.ServerService;
import io.github.jsonrpcwhiteboard.example.confluence.api.SessionService;
import io.github.jsonrpcwhiteboard.example.confluence.api.SpaceGroupService;
import io.github.jsonrpcwhiteboard.example.confluence.api.SpacePermissionService;
import io.github.jsonrpcwhiteboard.example.confluence.api.SpaceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.TrashService;
import io.github.jsonrpcwhiteboard.example.confluence.api.UserPreferenceService;
import io.github.jsonrpcwhiteboard.example.confluence.api.UserService;
import io.github.jsonrpcwhiteboard.example.confluence.api.WatchService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Which area answers the methods of which interface. */
public final class Areas {

    private Areas() {
    }

    /** Makes the area of an interface for one call. */
    public static Map<Class<?>, Function<Call, ?>> of(Services services) {
        return Map.ofEntries(
                entry(SessionService.class, SessionArea::new),
                entry(ServerService.class, call -> new ServerArea(call, services.host())),
                entry(MarkupService.class, call -> new MarkupArea(call, services.markup())),
                entry(SpaceService.class, SpaceArea::new),
                entry(SpaceGroupService.class, SpaceGroupArea::new),
                entry(ExportService.class, call -> new ExportArea(call, services.archives())),
                entry(PageService.class, PageArea::new),
                entry(PageTreeService.class, PageTreeArea::new),
                entry(TrashService.class, TrashArea::new),
                entry(CommentService.class, CommentArea::new),
                entry(AttachmentService.class, AttachmentArea::new),
                entry(BlogService.class, BlogArea::new),
                entry(SearchService.class, call -> new SearchArea(call, services.index())),
                entry(LabelService.class, LabelArea::new),
                entry(SpacePermissionService.class, SpacePermissionArea::new),
                entry(ContentPermissionService.class, ContentPermissionArea::new),
                entry(GlobalPermissionService.class,
                        call -> new GlobalPermissionArea(call, services.anonymousAccess())),
                entry(UserService.class, call -> new UserArea(call, services.wrongPasswords())),
                entry(UserPreferenceService.class, UserPreferenceArea::new),
                entry(GroupService.class, GroupArea::new),
                entry(WatchService.class, WatchArea::new));
    }
}
