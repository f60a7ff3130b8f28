package io.github.jsonrpcwhiteboard.operations;

import java.util.List;

/** What JMX shows of the whiteboard. */
public interface RuntimeMXBean {

    /**
     * The endpoints that answer.
     *
     * @return in the order of their paths
     */
    List<EndpointInfo> getEndpoints();

    /**
     * The services whose declaration cannot be used.
     *
     * @return a line for each: path, reason and message
     */
    List<String> getFailed();

    /**
     * Calls that have been answered.
     *
     * @return the sum of all endpoints
     */
    long getCalls();

    /**
     * Calls that have been answered with an error.
     *
     * @return the sum of all endpoints
     */
    long getErrors();

    /**
     * Requests in progress.
     *
     * @return the sum of all services, those that have gone included
     */
    int getCallsInProgress();

    /**
     * Calls that are over time and do not come back.
     *
     * @return the sum of all services, those that have gone included
     */
    int getCallsOverdue();
}
