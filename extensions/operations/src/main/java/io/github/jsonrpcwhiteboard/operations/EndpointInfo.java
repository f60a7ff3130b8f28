package io.github.jsonrpcwhiteboard.operations;

import io.github.jsonrpcwhiteboard.runtime.dto.EndpointDTO;

/** An endpoint as JMX shows it: composite data are made of getters. */
public final class EndpointInfo {

    private final EndpointDTO endpoint;

    EndpointInfo(EndpointDTO endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * The path.
     *
     * @return below the prefix
     */
    public String getPath() {
        return endpoint.path;
    }

    /**
     * The title.
     *
     * @return for people
     */
    public String getTitle() {
        return endpoint.title;
    }

    /**
     * The service.
     *
     * @return its {@code service.id}
     */
    public long getServiceId() {
        return endpoint.serviceId;
    }

    /**
     * The bundle that registered the service.
     *
     * @return its id
     */
    public long getBundleId() {
        return endpoint.bundleId;
    }

    /**
     * Calls that have been answered.
     *
     * @return how many
     */
    public long getCalls() {
        return Counts.calls(endpoint);
    }

    /**
     * Calls that have been answered with an error.
     *
     * @return how many
     */
    public long getErrors() {
        return Counts.errors(endpoint);
    }

    /**
     * Requests in progress.
     *
     * @return how many
     */
    public int getCallsInProgress() {
        return endpoint.callsInProgress;
    }

    /**
     * Requests that wait besides, without a thread, for a result that comes later.
     *
     * @return how many
     */
    public int getCallsWaiting() {
        return endpoint.callsWaiting;
    }

    /**
     * Calls that are over time and do not come back.
     *
     * @return how many
     */
    public int getCallsOverdue() {
        return endpoint.callsOverdue;
    }
}
