package io.github.jsonrpcwhiteboard.security;

/** Too many logins from an address have failed: it must wait. */
public class TooManyLoginsException extends Exception {

    private static final long serialVersionUID = 1L;

    /** How long. */
    private final long secondsToWait;

    /**
     * An address that must wait.
     *
     * @param secondsToWait seconds until its credentials are looked at again, for a header {@code Retry-After}
     */
    public TooManyLoginsException(long secondsToWait) {
        super("too many failed logins, wait " + secondsToWait + " s");
        this.secondsToWait = secondsToWait;
    }

    /**
     * How long to wait.
     *
     * @return seconds, at least 1
     */
    public long secondsToWait() {
        return secondsToWait;
    }
}
