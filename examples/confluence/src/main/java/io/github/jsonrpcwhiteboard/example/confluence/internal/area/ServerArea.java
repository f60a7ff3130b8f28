package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import org.osgi.framework.Version;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteServerInfo;
import io.github.jsonrpcwhiteboard.example.confluence.api.ServerService;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Call;
import io.github.jsonrpcwhiteboard.example.confluence.internal.store.Site;

/** The server itself. */
public final class ServerArea implements ServerService {

    private final Site site;

    public ServerArea(Call call) {
        this.site = call.site();
    }

    @Override
    public RemoteServerInfo getServerInfo(String token) {
        Version version = site.version();
        return new RemoteServerInfo(version.getMajor(), version.getMinor(), version.getMicro(), version.toString(),
                !version.getQualifier().isEmpty(), site.baseUrl());
    }
}
