package io.github.jsonrpcwhiteboard.example.confluence.api;

/** The cluster, which always is this node alone. */
public class RemoteClusterInformation {

    private final boolean running;
    private final String name;
    private final int memberCount;
    private final String description;
    private final String multicastAddress;
    private final String multicastPort;

    public RemoteClusterInformation(boolean running, String name, int memberCount,
            String description, String multicastAddress, String multicastPort) {
        this.running = running;
        this.name = name;
        this.memberCount = memberCount;
        this.description = description;
        this.multicastAddress = multicastAddress;
        this.multicastPort = multicastPort;
    }

    public boolean isRunning() {
        return running;
    }

    public String getName() {
        return name;
    }

    public int getMemberCount() {
        return memberCount;
    }

    public String getDescription() {
        return description;
    }

    public String getMulticastAddress() {
        return multicastAddress;
    }

    public String getMulticastPort() {
        return multicastPort;
    }
}
