package io.github.jsonrpcwhiteboard.example.confluence.api;

import java.util.Map;

/** How a node is doing. */
public class RemoteNodeStatus {

    private final int nodeId;
    private final Map<String, String> jvmStats;
    private final Map<String, String> props;
    private final Map<String, String> buildStats;

    public RemoteNodeStatus(int nodeId, Map<String, String> jvmStats,
            Map<String, String> props, Map<String, String> buildStats) {
        this.nodeId = nodeId;
        this.jvmStats = jvmStats;
        this.props = props;
        this.buildStats = buildStats;
    }

    public int getNodeId() {
        return nodeId;
    }

    public Map<String, String> getJvmStats() {
        return jvmStats;
    }

    public Map<String, String> getProps() {
        return props;
    }

    public Map<String, String> getBuildStats() {
        return buildStats;
    }
}
