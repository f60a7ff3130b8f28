package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.CommentService;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteComment;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Comments on pages and blog entries. */
public final class CommentArea implements CommentService {

    private final Access access;

    public CommentArea(Call call) {
        this.access = new Access(call);
    }

    @Override
    public RemoteComment[] getComments(String token, long pageId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteComment getComment(String token, long commentId) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteComment addComment(String token, RemoteComment comment) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteComment editComment(String token, RemoteComment comment) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeComment(String token, long commentId) throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
