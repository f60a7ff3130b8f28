package io.github.jsonrpcwhiteboard.example.confluence.api;

/** Which server answers. */
public class RemoteServerInfo {

    private final int majorVersion;
    private final int minorVersion;
    private final int patchLevel;
    private final String buildId;
    private final boolean developmentBuild;
    private final String baseUrl;

    public RemoteServerInfo(int majorVersion, int minorVersion, int patchLevel, String buildId,
            boolean developmentBuild, String baseUrl) {
        this.majorVersion = majorVersion;
        this.minorVersion = minorVersion;
        this.patchLevel = patchLevel;
        this.buildId = buildId;
        this.developmentBuild = developmentBuild;
        this.baseUrl = baseUrl;
    }

    public int getMajorVersion() {
        return majorVersion;
    }

    public int getMinorVersion() {
        return minorVersion;
    }

    public int getPatchLevel() {
        return patchLevel;
    }

    public String getBuildId() {
        return buildId;
    }

    public boolean isDevelopmentBuild() {
        return developmentBuild;
    }

    public String getBaseUrl() {
        return baseUrl;
    }
}
