package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** The arguments of a call do not fit. Carries what the caller needs to mend them, and nothing that the caller sent. */
public final class ArgumentException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> data = new LinkedHashMap<>();

    /**
     * Arguments that do not fit.
     *
     * @param reason one sentence
     */
    public ArgumentException(String reason) {
        super(reason, null, false, false);
        data.put("reason", reason);
    }

    /**
     * Adds a detail.
     *
     * @param key the name of the member
     * @param value its value, nothing is added for null
     * @return this
     */
    ArgumentException with(String key, Object value) {
        if (value != null) {
            data.put(key, value);
        }
        return this;
    }

    /**
     * The details.
     *
     * @return {@code reason}, and where known {@code parameter} (name or position from 0), {@code path} (JSON path
     *         inside it) and {@code expected}
     */
    public Map<String, Object> data() {
        return data;
    }
}
