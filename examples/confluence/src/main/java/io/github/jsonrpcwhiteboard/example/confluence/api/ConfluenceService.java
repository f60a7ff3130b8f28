package io.github.jsonrpcwhiteboard.example.confluence.api;

/**
 * Everything that can be called, in one interface per area. The first parameter of every method but {@code login} is a
 * token, which callers over JSON-RPC leave out: they log in to the host.
 */
public interface ConfluenceService extends SessionService, ServerService, MarkupService, SpaceService,
        SpaceGroupService, ExportService, PageService, PageTreeService, TrashService, CommentService,
        AttachmentService, BlogService, SearchService, LabelService, SpacePermissionService, ContentPermissionService,
        GlobalPermissionService, UserService, UserPreferenceService, GroupService, WatchService {
}
