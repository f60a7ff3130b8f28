package io.github.jsonrpcwhiteboard.runtime.dto;

import org.osgi.dto.DTO;

/** A method that is not callable. */
public class FailedMethodDTO extends DTO {

    /** No method of this name, which {@code rpc.methods} lists, is in a published interface. */
    public static final int NO_SUCH_METHOD = 1;

    /** The service is token-style and the first parameter of the method is not a String. */
    public static final int NO_TOKEN = 2;

    /** A parameter or result type cannot be mapped to JSON. */
    public static final int UNUSABLE_TYPE = 3;

    /** A parameter type lets the caller name the class to create. */
    public static final int UNSAFE_TYPE = 4;

    /** The name, or as far as there is one, the signature. */
    public String method;

    /** One of the constants above. */
    public int reason;

    /** One sentence for people. */
    public String message;
}
