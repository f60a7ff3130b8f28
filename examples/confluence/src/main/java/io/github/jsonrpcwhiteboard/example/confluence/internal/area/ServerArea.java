package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import org.osgi.framework.Version;

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

    private final Site site;
    private final Access access;
    private final Host host;

    public ServerArea(Call call, Host host) {
        this.site = call.site();
        this.access = new Access(call);
        this.host = host;
    }

    @Override
    public RemoteServerInfo getServerInfo(String token) {
        Version version = site.version();
        return new RemoteServerInfo(version.getMajor(), version.getMinor(), version.getMicro(), version.toString(),
                !version.getQualifier().isEmpty(), site.baseUrl());
    }

    @Override
    public RemoteClusterInformation getClusterInformation(String token) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public RemoteNodeStatus[] getClusterNodeStatuses(String token) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isPluginInstalled(String token, String pluginKey) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isPluginEnabled(String token, String pluginKey) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean installPlugin(String token, String pluginFileName, byte[] pluginData) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isDarkFeatureEnabled(String token, String key) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean startActivity(String token, String key, String user) throws RemoteException {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean stopActivity(String token, String key, String user) throws RemoteException {
        throw new UnsupportedOperationException();
    }
}
