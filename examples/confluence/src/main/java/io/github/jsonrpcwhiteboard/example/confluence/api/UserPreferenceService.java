package io.github.jsonrpcwhiteboard.example.confluence.api;

/**
 * Users' preferences, for the user and for administrators. One that was never set is false, 0 or null. Each has one
 * value, which can be read as text whatever it was set as, and as another type if its text is one of that type.
 */
public interface UserPreferenceService {

    boolean getUserPreferenceBoolean(String token, String username, String key)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean setUserPreferenceBoolean(String token, String username, String key, boolean value)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    long getUserPreferenceLong(String token, String username, String key)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    boolean setUserPreferenceLong(String token, String username, String key, long value)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    String getUserPreferenceString(String token, String username, String key)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Null: as if it was never set. */
    boolean setUserPreferenceString(String token, String username, String key, String value)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
