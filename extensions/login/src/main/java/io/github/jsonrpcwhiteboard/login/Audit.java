package io.github.jsonrpcwhiteboard.login;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import jakarta.servlet.http.HttpServletRequest;

/** One line for each login, logout and refusal. Nothing that was typed: passwords get into the wrong field. */
final class Audit {

    private static final Logger LOG = System.getLogger("io.github.jsonrpcwhiteboard.audit");
    private static final int MAX_LENGTH = 128;

    private Audit() {
    }

    static void login(Login login, HttpServletRequest request) {
        log("login user=" + clean(login.name()), request);
    }

    static void logout(Login login, HttpServletRequest request) {
        log("logout user=" + clean(login.name()), request);
    }

    static void refused(HttpServletRequest request, int status) {
        log("refused " + request.getMethod() + " " + request.getServletPath() + " status=" + status, request);
    }

    private static void log(String what, HttpServletRequest request) {
        LOG.log(Level.INFO, () -> what + " from=" + request.getRemoteAddr());
    }

    /** A text that cannot forge a line of the log, nor flood it. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().limit(MAX_LENGTH).forEach(c -> {
            if (Character.isISOControl(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT) {
                clean.append(String.format("\\u%04X", c));
            } else {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }
}
