package io.github.jsonrpcwhiteboard.login;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Ends the session. */
final class LogoutServlet extends HttpServlet {

    static final String PATH = "/logout";

    private static final long serialVersionUID = 1L;

    private final transient Sessions sessions;

    LogoutServlet(Sessions sessions) {
        this.sessions = sessions;
    }

    /** A link must not log out, but leads to the button. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Page.redirect(response, "login");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (CrossSite.isForeign(request)) {
            Audit.refused(request, HttpServletResponse.SC_FORBIDDEN);
            Page.form(response, HttpServletResponse.SC_FORBIDDEN, CrossSite.REFUSAL, "", Optional.empty());
            return;
        }
        SessionCookie.login(request, sessions).ifPresent(login -> Audit.logout(login, request));
        SessionCookie.end(request, response, sessions);
        Page.redirect(response, "login");
    }
}
