package io.github.jsonrpcwhiteboard.internal.protocol;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** One line for each call that is refused. What comes from callers is escaped and cut. */
public final class Audit {

    private static final Logger LOG = System.getLogger("io.github.jsonrpcwhiteboard.audit");
    private static final int MAX_LENGTH = 128;

    private Audit() {
    }

    /**
     * Notes a refusal.
     *
     * @param caller who calls
     * @param endpoint the path of the endpoint
     * @param method the method; null if it is not known
     * @param why the reason
     */
    public static void refused(Caller caller, String endpoint, String method, String why) {
        String user = caller.principal() == null ? "-" : String.valueOf(caller.principal().getName());
        LOG.log(Level.INFO, () -> "refused user=" + clean(user) + " from=" + clean(caller.remoteAddress())
                + " endpoint=" + clean(endpoint) + " method=" + (method == null ? "-" : clean(method)) + ": " + why);
    }

    /** A text that cannot forge a line of the log, nor flood it. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().limit(MAX_LENGTH).forEach(c -> {
            if (Character.isISOControl(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT) {
                clean.append(String.format("\\u%04X", c));
            } else {
                clean.appendCodePoint(c);
            }
        });
        return text.length() > MAX_LENGTH ? clean + "…" : clean.toString();
    }
}
