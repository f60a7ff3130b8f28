package io.github.jsonrpcwhiteboard;

/**
 * Thrown by a service to choose the error that its caller sees (JSON-RPC 2.0, section 5.1). Immutable apart from what
 * {@link Throwable} allows.
 */
public class JsonRpcException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient Object data;

    /**
     * An error without data.
     *
     * @param code the error code; −32768 to −32000 are reserved by the specification
     * @param message one short sentence for the caller, not null
     */
    public JsonRpcException(int code, String message) {
        this(code, message, null);
    }

    /**
     * An error with data.
     *
     * @param code the error code; −32768 to −32000 are reserved by the specification
     * @param message one short sentence for the caller, not null
     * @param data written as JSON like a result would be; null to leave the member out
     */
    public JsonRpcException(int code, String message, Object data) {
        this(code, message, data, null);
    }

    /**
     * An error with data and a cause. The cause is never shown to the caller.
     *
     * @param code the error code; −32768 to −32000 are reserved by the specification
     * @param message one short sentence for the caller, not null
     * @param data written as JSON like a result would be; null to leave the member out
     * @param cause what led to the error, or null
     */
    public JsonRpcException(int code, String message, Object data, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.data = data;
    }

    /**
     * The code.
     *
     * @return member {@code code} of the error object
     */
    public int code() {
        return code;
    }

    /**
     * The data.
     *
     * @return what is written as member {@code data} of the error object; null if there is none, or after
     *         this exception was serialized
     */
    public Object data() {
        return data;
    }
}
