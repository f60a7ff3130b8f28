package io.github.jsonrpcwhiteboard.runtime.dto;

import org.osgi.dto.DTO;

/** One service at one path. */
public class EndpointDTO extends DTO {

    /** The path below the prefix. */
    public String path;

    /** {@code service.id} of the service. */
    public long serviceId;

    /** {@code service.ranking} of the service. */
    public int serviceRanking;

    /** Id of the bundle that registered the service. */
    public long bundleId;

    /** Names of the published interfaces. */
    public String[] interfaces = {};

    /** Title for people. */
    public String title;

    /** Description for people, empty if there is none. */
    public String description;

    /** Version for people. */
    public String version;

    /** Whether callers need not be logged in. */
    public boolean anonymous;

    /** Roles of which the caller must have one; empty: none needed. */
    public String[] roles = {};

    /** Milliseconds after which a call is interrupted. */
    public long timeout;

    /** Requests that may be in progress at a time. */
    public long maxConcurrent;

    /** Calls of one batch that may run at the same time; up to 1: they run one after the other. */
    public int batchParallel;

    /** Requests of the service that are in progress now; of a batch, each call that runs at the same time. */
    public int callsInProgress;

    /** Requests that wait besides, without a thread, for a result that comes later. */
    public int callsWaiting;

    /** Of those in progress, calls that are over time, have been answered with an error and do not come back. */
    public int callsOverdue;

    /** The callable methods, in the order of their signatures. */
    public MethodDTO[] methods = {};

    /** The methods that are not callable though the declaration asks for them. */
    public FailedMethodDTO[] failedMethods = {};
}
