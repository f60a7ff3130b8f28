package io.github.jsonrpcwhiteboard.launcher;

/** Text of exceptions for one line of output. */
final class OneLine {

    private OneLine() {
    }

    /** What went wrong and, where that is another exception, why. */
    static String of(Throwable problem) {
        String text = problem.getMessage() == null ? problem.toString() : problem.getMessage();
        for (Throwable cause = problem.getCause(); cause != null; cause = cause.getCause()) {
            String more = cause.getMessage() == null ? cause.toString() : cause.getMessage();
            if (!text.contains(more)) {
                text += ": " + cause;
            }
        }
        return text.replaceAll("\\s+", " ").replaceFirst("^org.osgi.framework.BundleException: ", "").strip();
    }
}
