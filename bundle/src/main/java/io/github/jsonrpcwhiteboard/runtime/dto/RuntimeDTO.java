package io.github.jsonrpcwhiteboard.runtime.dto;

import org.osgi.dto.DTO;

/** All endpoints, live or not. One consistent state: all three arrays are of the same {@link #changeCount}. */
public class RuntimeDTO extends DTO {

    /** Grows with every change; the same as the service property {@code service.changecount}. */
    public long changeCount;

    /** URL path before the endpoints' paths, as {@code /rpc/json-rpc}. */
    public String prefix;

    /** Requests in progress now, of all services, also of those that have gone since. */
    public int callsInProgress;

    /** Requests of all these services that wait besides, without a thread, for a result that comes later. */
    public int callsWaiting;

    /** Of those in progress, calls that are over time, have been answered with an error and do not come back. */
    public int callsOverdue;

    /** The endpoints that answer, in the order of their paths. */
    public EndpointDTO[] endpoints = {};

    /** The endpoints that do not answer because another one of higher rank has their path. */
    public EndpointDTO[] shadowed = {};

    /** The services whose declaration cannot be used. */
    public FailedServiceDTO[] failed = {};
}
