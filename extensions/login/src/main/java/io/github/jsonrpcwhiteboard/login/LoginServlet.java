package io.github.jsonrpcwhiteboard.login;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.github.jsonrpcwhiteboard.security.AuthenticationRequest;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;

/** Shows the login form, or who is logged in; takes the form. */
final class LoginServlet extends HttpServlet {

    static final String PATH = "/login";

    private static final long serialVersionUID = 1L;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String WRONG = "User name or password is wrong.";
    private static final Map<Integer, String> BAD_FORM = Map.of(400, "The form was garbled on its way.",
            413, "That is too long.", 415, "Only this form can be sent here.");

    private final transient Sessions sessions;
    private final transient Function<AuthenticationRequest, Optional<Login>> check;
    private final transient LoginBackOff backOff;

    LoginServlet(Sessions sessions, Function<AuthenticationRequest, Optional<Login>> check, LoginBackOff backOff) {
        this.sessions = sessions;
        this.check = check;
        this.backOff = backOff;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Login> login = SessionCookie.login(request, sessions);
        if (login.isPresent()) {
            Page.loggedIn(response, login.get());
        } else {
            Page.form(response, HttpServletResponse.SC_OK, null, "", LocalPath.of(request.getParameter("from")));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (CrossSite.isForeign(request)) {
            refuse(request, response, HttpServletResponse.SC_FORBIDDEN, CrossSite.REFUSAL, null);
            return;
        }
        long wait = backOff.secondsToWait(request.getRemoteAddr());
        if (wait > 0) {
            response.setHeader("Retry-After", Long.toString(wait));
            refuse(request, response, TOO_MANY_REQUESTS, "Too many failed logins: wait " + wait + " s.", null);
            return;
        }
        try {
            login(request, response, LoginForm.read(request));
        } catch (LoginForm.BadFormException e) {
            refuse(request, response, e.status(), BAD_FORM.get(e.status()), null);
        }
    }

    private void login(HttpServletRequest request, HttpServletResponse response, LoginForm form) throws IOException {
        Optional<Login> login = form.isComplete()
                ? check.apply(new FormRequest(request, new PasswordCredentials(form.user(), form.password())))
                : Optional.empty();
        if (login.isEmpty()) {
            backOff.failed(request.getRemoteAddr());
            // HTTP wants a challenge with 401; browsers show the page, since they do not know this one
            response.setHeader("WWW-Authenticate", LoginContext.SCHEME + " realm=\"JSON-RPC\"");
            refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, WRONG, form);
            return;
        }
        backOff.succeeded(request.getRemoteAddr());
        // never the id that came with the request: somebody else may have planted it
        SessionCookie.ids(request).forEach(sessions::end);
        SessionCookie.set(request, response, sessions.begin(login.get()));
        Audit.login(login.get(), request);
        Page.redirect(response, LocalPath.of(form.from()).orElse("login"));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status, String problem,
            LoginForm form) throws IOException {
        Audit.refused(request, status);
        Page.form(response, status, problem, form == null ? "" : form.user(),
                LocalPath.of(form == null ? null : form.from()));
    }
}
