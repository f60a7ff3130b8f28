package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.UserPreferenceService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;

/** Users' preferences. */
public final class UserPreferenceArea implements UserPreferenceService {

    private final Access access;

    public UserPreferenceArea(Call call) {
        this.access = new Access(call);
    }

    @Override
    public boolean getUserPreferenceBoolean(String token, String username, String key) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean setUserPreferenceBoolean(String token, String username, String key, boolean value)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getUserPreferenceLong(String token, String username, String key) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean setUserPreferenceLong(String token, String username, String key, long value) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getUserPreferenceString(String token, String username, String key) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean setUserPreferenceString(String token, String username, String key, String value)
            throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
