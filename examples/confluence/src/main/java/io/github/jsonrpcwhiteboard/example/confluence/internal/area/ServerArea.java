package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import org.osgi.framework.Version;

import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteClusterInformation;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteNodeStatus;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteServerInfo;
import io.github.jsonrpcwhiteboard.example.confluence.api.ServerService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.host.Host;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/** The server itself. */
public final class ServerArea implements ServerService {

    private final Call call;
    private final Access access;
    private final Host host;

    public ServerArea(Call call, Host host) {
        this.call = call;
        this.access = new Access(call);
        this.host = host;
    }

    @Override
    public RemoteServerInfo getServerInfo(String token) {
        Site site = call.site();
        Version version = site.version();
        return new RemoteServerInfo(version.getMajor(), version.getMinor(), version.getMicro(), version.toString(),
                !version.getQualifier().isEmpty(), site.baseUrl());
    }

    @Override
    public RemoteClusterInformation getClusterInformation(String token) {
        return new RemoteClusterInformation(false, "", 1, "Not a cluster: one node serves the whole site.", null, null);
    }

    @Override
    public RemoteNodeStatus[] getClusterNodeStatuses(String token) throws RemoteException {
        access.administrator("see how the server is doing");
        return new RemoteNodeStatus[] {host.status()};
    }

    @Override
    public boolean isPluginInstalled(String token, String pluginKey) throws RemoteException {
        return host.isInstalled(Checks.given(pluginKey, "key of the plugin"));
    }

    @Override
    public boolean isPluginEnabled(String token, String pluginKey) throws RemoteException {
        return host.isEnabled(Checks.given(pluginKey, "key of the plugin"));
    }

    @Override
    public boolean installPlugin(String token, String pluginFileName, byte[] pluginData) throws RemoteException {
        access.administrator("install plugins");
        if (!host.mayInstall()) {
            throw new NotPermittedException("Plugins cannot be installed here: the setting installPlugins is off.");
        }
        Checks.name(pluginFileName, "file name of the plugin");
        Checks.given(pluginData, "data of the plugin");
        // the caller may have been written as a new user: foreign code must not run while that row is locked
        call.db().commit();
        host.install(pluginData);
        return true;
    }

    @Override
    public boolean isDarkFeatureEnabled(String token, String key) throws RemoteException {
        return call.site().darkFeatures().contains(Checks.given(key, "key of the feature"));
    }

    @Override
    public boolean startActivity(String token, String key, String user) throws RemoteException {
        return host.activities().start(busyUser(user), Checks.name(key, "key of the activity"));
    }

    @Override
    public boolean stopActivity(String token, String key, String user) throws RemoteException {
        return host.activities().stop(busyUser(user), Checks.name(key, "key of the activity"));
    }

    private String busyUser(String user) throws RemoteException {
        if (!access.isCaller(Checks.name(user, "name of the user"))) {
            access.administrator("say what somebody else does");
        }
        return access.knownUser(user);
    }
}
