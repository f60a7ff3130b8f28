package io.github.jsonrpcwhiteboard.example.confluence.api;

/** The server: itself, its plugins, and what is going on. */
public interface ServerService {

    RemoteServerInfo getServerInfo(String token) throws InvalidSessionException, NotPermittedException, RemoteException;

    /** That there is no cluster, but one node. */
    RemoteClusterInformation getClusterInformation(String token)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** How the node is doing: its JVM, its machine, its bundles and activities, its versions. For administrators. */
    RemoteNodeStatus[] getClusterNodeStatuses(String token)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Whether a bundle of this symbolic name is installed. */
    boolean isPluginInstalled(String token, String pluginKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Whether a bundle of this symbolic name is started, or, if it is a fragment, resolved. */
    boolean isPluginEnabled(String token, String pluginKey)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Installs a bundle and starts it; one of the same symbolic name is updated, if it was installed by this method. If
     * it does not start, all is as it was before. It stays for as long as the host keeps its bundles. For
     * administrators, and only where it is configured.
     */
    boolean installPlugin(String token, String pluginFileName, byte[] pluginData)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Whether a feature is configured to be on before it is official. */
    boolean isDarkFeatureEnabled(String token, String key)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * Notes that a user is busy with something, for {@link #getClusterNodeStatuses} to show; false if that was noted
     * before. What somebody else does only administrators may say.
     */
    boolean startActivity(String token, String key, String user)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** Notes that a user is no longer busy with something; false if that was not noted. */
    boolean stopActivity(String token, String key, String user)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
