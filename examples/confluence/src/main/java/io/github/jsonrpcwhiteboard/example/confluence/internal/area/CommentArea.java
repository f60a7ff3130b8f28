package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.CommentService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteComment;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.CommentTable;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Content;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.SpacePermission;

/** The rules for comments on pages and blog entries. Who may not edit a page may nevertheless comment on it. */
public final class CommentArea implements CommentService {

    private static final String ANSWER = "Re: ";

    private final CommentTable comments;
    private final Access access;
    private final Links links;

    public CommentArea(Call call) {
        this.comments = new CommentTable(call);
        this.access = new Access(call);
        this.links = new Links(call);
    }

    @Override
    public RemoteComment[] getComments(String token, long pageId) throws RemoteException {
        return comments.on(access.pageOrEntry(pageId).id()).toArray(new RemoteComment[0]);
    }

    @Override
    public RemoteComment getComment(String token, long commentId) throws RemoteException {
        return read(access.comment(commentId).id());
    }

    @Override
    public RemoteComment addComment(String token, RemoteComment comment) throws RemoteException {
        check(comment);
        if (comment.getId() != 0) {
            throw new RemoteException("The comment has an id: it can be edited, but not added again.");
        }
        Content page = access.held(() -> access.pageOrEntry(comment.getPageId()));
        access.need(SpacePermission.COMMENT, page.space(), "comment on that page");
        if (comment.getParentId() != 0 && access.comment(comment.getParentId()).container() != page.id()) {
            throw new RemoteException("The parent is not a comment on that page.");
        }
        if (comment.getTitle() == null) {
            comment.setTitle(answer(page.title()));
        }
        long id = comments.insert(comment, page);
        links.stored(id, page.space(), comment.getContent());
        return read(id);
    }

    @Override
    public RemoteComment editComment(String token, RemoteComment comment) throws RemoteException {
        check(comment);
        Content stored = access.held(() -> access.comment(comment.getId()));
        if (!access.isCaller(stored.creator())) {
            access.need(SpacePermission.SETSPACEPERMISSIONS, stored.space(), "edit that comment");
        }
        RemoteComment before = read(stored.id());
        checkStays(comment.getPageId(), before.getPageId(), "page");
        checkStays(comment.getParentId(), before.getParentId(), "parent");
        if (comment.getTitle() == null) {
            comment.setTitle(before.getTitle());
        }
        comments.update(comment);
        links.stored(stored.id(), stored.space(), comment.getContent());
        return read(stored.id());
    }

    @Override
    public boolean removeComment(String token, long commentId) throws RemoteException {
        Content comment = access.held(() -> access.comment(commentId));
        if (!access.isCaller(comment.creator()) || !access.may(SpacePermission.REMOVEOWNCONTENT, comment.space())) {
            access.need(SpacePermission.REMOVECOMMENT, comment.space(), "remove that comment");
        }
        comments.delete(comment.id());
        return true;
    }

    private RemoteComment read(long id) throws RemoteException {
        return comments.find(id).orElseThrow(() -> new RemoteException(Access.NO_COMMENT));
    }

    private static void check(RemoteComment comment) throws RemoteException {
        if (Checks.text(Checks.given(comment, "comment").getContent(), "content of the comment").isBlank()) {
            throw new RemoteException("The content of the comment is empty.");
        }
        if (comment.getTitle() != null) {
            Checks.name(comment.getTitle(), "title of the comment");
        }
    }

    /** What is not given, is 0. */
    private static void checkStays(long given, long stored, String what) throws RemoteException {
        if (given != 0 && given != stored) {
            throw new RemoteException("The " + what + " of a comment stays what it is.");
        }
    }

    private static String answer(String pageTitle) {
        String title = ANSWER + pageTitle;
        int end = Math.min(title.length(), Checks.NAME_LENGTH);
        return title.substring(0, Character.isHighSurrogate(title.charAt(end - 1)) ? end - 1 : end);
    }
}
