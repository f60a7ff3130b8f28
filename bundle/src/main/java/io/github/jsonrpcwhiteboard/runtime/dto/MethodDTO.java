package io.github.jsonrpcwhiteboard.runtime.dto;

import org.osgi.dto.DTO;

/** A callable method, as the caller sees it: without token and context parameters. */
public class MethodDTO extends DTO {

    /** The name. Overloads share it. */
    public String name;

    /** Java types of the parameters, as {@code java.util.List<java.lang.String>}. */
    public String[] parameterTypes = {};

    /** Names of the parameters; empty if they are not known. */
    public String[] parameterNames = {};

    /** Java type of the result. */
    public String returnType;

    /** Calls that have been answered, errors included. This and all below is the same for all methods of a name. */
    public long calls;

    /** Calls that have not been answered yet. */
    public long callsInProgress;

    /** Of the calls, those that were answered with an error, in the order of the codes. */
    public ErrorCountDTO[] errors = {};

    /** Milliseconds that all calls took together, from the arguments to the answer. */
    public long totalMillis;

    /** The calls by the time they took, the quickest first. */
    public DurationCountDTO[] histogram = {};
}
