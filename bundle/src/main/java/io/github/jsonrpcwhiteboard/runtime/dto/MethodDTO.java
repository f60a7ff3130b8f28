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
}
