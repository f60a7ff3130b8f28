package io.github.jsonrpcwhiteboard.internal.binding;

/**
 * What one request may cost. Immutable.
 *
 * @param body bytes of a request body, after decompression
 * @param batch elements of a batch
 * @param nesting arrays and objects inside each other
 * @param number digits of a number
 * @param string characters of a text
 * @param names characters of all member names of a body together
 * @param response bytes of a response body
 * @param timeout milliseconds of a call
 * @param batchTimeout milliseconds of a batch as a whole, if a single call may not take longer
 * @param calls requests in progress at a time
 * @param waiting requests that wait at a time, without a thread, for a result that comes later
 * @param endpointCalls requests in progress at a time of a service that does not say otherwise
 * @param methodName characters of a method name
 * @param id characters of a request id that is a text
 */
public record Limits(int body, int batch, int nesting, int number, int string, int names, int response, long timeout,
        long batchTimeout, int calls, int waiting, int endpointCalls, int methodName, int id) {

    /** The largest limit on numbers that can be configured; holds also for a number that is sent as a text. */
    public static final int MAX_NUMBER = 1000;
}
