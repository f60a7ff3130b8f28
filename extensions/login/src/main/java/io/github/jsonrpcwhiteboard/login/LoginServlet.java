package io.github.jsonrpcwhiteboard.login;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;
import io.github.jsonrpcwhiteboard.security.LoginService;
import io.github.jsonrpcwhiteboard.security.PasswordCredentials;
import io.github.jsonrpcwhiteboard.security.TooManyLoginsException;

/** Shows the login form, or who is logged in; takes the form. */
final class LoginServlet extends HttpServlet {

    static final String PATH = "/login";

    private static final long serialVersionUID = 1L;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String NOT_NOW = "Nobody can log in at the moment.";
    private static final String WRONG = "User name or password is wrong.";
    private static final Map<Integer, String> BAD_FORM = Map.of(400, "The form was garbled on its way.",
            413, "That is too long.", 415, "Only this form can be sent here.");

    private final transient Sessions sessions;
    private final transient Supplier<LoginService> logins;

    /** @param logins the service, null while there is none */
    LoginServlet(Sessions sessions, Supplier<LoginService> logins) {
        this.sessions = sessions;
        this.logins = logins;
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
        try {
            login(request, response, LoginForm.read(request));
        } catch (TooManyLoginsException e) {
            response.setHeader("Retry-After", Long.toString(e.secondsToWait()));
            refuse(request, response, TOO_MANY_REQUESTS,
                    "Too many failed logins: wait " + e.secondsToWait() + " s.", null);
        } catch (LoginForm.BadFormException e) {
            refuse(request, response, e.status(), BAD_FORM.get(e.status()), null);
        }
    }

    private void login(HttpServletRequest request, HttpServletResponse response, LoginForm form)
            throws IOException, TooManyLoginsException {
        LoginService service = logins.get();
        if (service == null) {
            refuse(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, NOT_NOW, form);
            return;
        }
        Authentication answer = form.isComplete()
                ? service.login(new FormRequest(request, new PasswordCredentials(form.user(), form.password())))
                : Authentication.refused();
        if (answer.outcome() != Outcome.ACCEPTED) {
            // HTTP wants a challenge with 401; browsers show the page, since they do not know this one
            response.setHeader("WWW-Authenticate", LoginContext.SCHEME + " realm=\"JSON-RPC\"");
            refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, WRONG, form);
            return;
        }
        Login login = Login.of(answer);
        // never the id that came with the request: somebody else may have planted it
        SessionCookie.ids(request).forEach(sessions::end);
        SessionCookie.set(request, response, sessions.begin(login));
        Audit.login(login, request);
        Page.redirect(response, LocalPath.of(form.from()).orElse("login"));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status, String problem,
            LoginForm form) throws IOException {
        Audit.refused(request, status);
        Page.form(response, status, problem, form == null ? "" : form.user(),
                LocalPath.of(form == null ? null : form.from()));
    }
}
