package io.github.jsonrpcwhiteboard.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.osgi.service.servlet.context.ServletContextHelper;

/**
 * Tells the container whose session a request belongs to. A request without one passes too: whether it may is decided
 * by the servlet that it is for.
 */
final class LoginContext extends ServletContextHelper {

    static final String SCHEME = "Form";

    private final Sessions sessions;

    LoginContext(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.login(request, sessions).ifPresent(login -> {
            request.setAttribute(REMOTE_USER, login.getName());
            request.setAttribute(AUTHENTICATION_TYPE, SCHEME);
            request.setAttribute(AUTHORIZATION, login); // what isUserInRole asks
        });
        return true;
    }
}
