package io.github.jsonrpcwhiteboard.example.confluence.api;

/** The server: itself, its plugins, and what is going on. */
public interface ServerService {

    RemoteServerInfo getServerInfo(String token) throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteClusterInformation getClusterInformation(String token)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    RemoteNodeStatus[] getClusterNodeStatuses(String token)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Whether a bundle of this symbolic name is installed. */
    boolean isPluginInstalled(String token, String pluginKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Whether a bundle of this symbolic name is active. */
    boolean isPluginEnabled(String token, String pluginKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Installs a bundle and starts it; one of the same symbolic name is updated. For administrators, and only where
     * it is configured.
     */
    boolean installPlugin(String token, String pluginFileName, byte[] pluginData)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Whether a feature is configured to be on before it is official. */
    boolean isDarkFeatureEnabled(String token, String key)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Notes that a user is busy with something; false if that was noted before. */
    boolean startActivity(String token, String key, String user)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Notes that a user is no longer busy with something; false if that was not noted. */
    boolean stopActivity(String token, String key, String user)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
