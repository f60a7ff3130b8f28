package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.AuthenticationFailedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.SessionService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Says that there are no token sessions. */
public final class SessionArea implements SessionService {

    public SessionArea(Call call) {
        // needs nothing of the call
    }

    @Override
    public String login(String username, String password) throws AuthenticationFailedException {
        throw new AuthenticationFailedException("There are no tokens here; log in to the server with each call.");
    }

    @Override
    public boolean logout(String token) {
        return false;
    }
}
