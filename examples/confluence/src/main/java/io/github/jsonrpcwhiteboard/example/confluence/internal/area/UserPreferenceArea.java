package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.Optional;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.UserPreferenceService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.PreferenceTable;

/** The rules for users' preferences. All are kept as text. */
public final class UserPreferenceArea implements UserPreferenceService {

    private static final int VALUE_LENGTH = 10_000;

    private final Access access;
    private final PreferenceTable preferences;

    public UserPreferenceArea(Call call) {
        this.access = new Access(call);
        this.preferences = new PreferenceTable(call);
    }

    @Override
    public boolean getUserPreferenceBoolean(String token, String username, String key) throws RemoteException {
        String value = find(username, key).orElse("false");
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new RemoteException("The preference " + key + " is neither true nor false.");
        }
        return Boolean.parseBoolean(value);
    }

    @Override
    public boolean setUserPreferenceBoolean(String token, String username, String key, boolean value)
            throws RemoteException {
        return put(username, key, Boolean.toString(value));
    }

    @Override
    public long getUserPreferenceLong(String token, String username, String key) throws RemoteException {
        String value = find(username, key).orElse("0");
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new RemoteException("The preference " + key + " is not a whole number.");
        }
    }

    @Override
    public boolean setUserPreferenceLong(String token, String username, String key, long value) throws RemoteException {
        return put(username, key, Long.toString(value));
    }

    @Override
    public String getUserPreferenceString(String token, String username, String key) throws RemoteException {
        return find(username, key).orElse(null);
    }

    @Override
    public boolean setUserPreferenceString(String token, String username, String key, String value)
            throws RemoteException {
        return put(username, key, value);
    }

    private Optional<String> find(String username, String key) throws RemoteException {
        access.userOrAdministrator(username, "view the preferences of another user");
        return preferences.find(access.knownUser(username), Checks.line(key, "key of the preference"));
    }

    private boolean put(String username, String key, String value) throws RemoteException {
        access.userOrAdministrator(username, "change the preferences of another user");
        String user = access.lockedUser(username).name();
        Checks.line(key, "key of the preference");
        if (value == null) {
            preferences.delete(user, key);
            return true;
        }
        if (value.length() > VALUE_LENGTH) {
            throw new RemoteException("The value of the preference is longer than " + VALUE_LENGTH + " characters.");
        }
        preferences.put(user, key, value);
        return true;
    }
}
