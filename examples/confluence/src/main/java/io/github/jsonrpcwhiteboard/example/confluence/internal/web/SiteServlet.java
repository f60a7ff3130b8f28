package io.github.jsonrpcwhiteboard.example.confluence.internal.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.jsonrpcwhiteboard.example.confluence.api.InvalidSessionException;
import io.github.jsonrpcwhiteboard.example.confluence.api.NotPermittedException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;
import io.github.jsonrpcwhiteboard.security.LoginService;
import io.github.jsonrpcwhiteboard.security.TooManyLoginsException;

/** Serves what the URLs of the API lead to. Only reads, so a page of another site does no harm by leading here. */
public final class SiteServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(SiteServlet.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Map<Integer, String> TITLES = Map.of(401, "Not logged in", 403, "Not permitted",
            404, "Not found", 429, "Not now", 500, "Sorry", 503, "Not now");

    private final transient Visits visits;
    private final transient SitePages pages;
    private final transient Supplier<LoginService> logins;

    /** @param logins the service, null while there is none */
    public SiteServlet(Visits visits, SitePages pages, Supplier<LoginService> logins) {
        this.visits = visits;
        this.pages = pages;
        this.logins = logins;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Answer answer = answer(request, SitePath.of(path, request::getParameter));
        response.setStatus(answer.status());
        answer.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentType(answer.contentType());
        response.setContentLengthLong(answer.length());
        if (request.getMethod().equals("GET")) {
            answer.body().writeTo(response.getOutputStream());
        }
    }

    private Answer answer(HttpServletRequest request, SitePath path) {
        if (SitePages.isStyle(path)) {
            return pages.style();
        }
        LoginService service = logins.get();
        if (service == null) {
            return message(path, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Nobody can log in at the moment.");
        }
        try {
            Optional<Visitor> visitor = visitor(request, service);
            return visitor.isEmpty() ? notLoggedIn(path, request, service)
                    : answer(visitor.get(), path).orElseGet(() -> notLoggedIn(path, request, service));
        } catch (TooManyLoginsException e) {
            return message(path, TOO_MANY_REQUESTS, "Too many failed logins: wait " + e.secondsToWait() + " s.")
                    .with("Retry-After", List.of(Long.toString(e.secondsToWait())));
        }
    }

    /** Empty if there are credentials, but not good ones, or of a kind that nobody knows. */
    private static Optional<Visitor> visitor(HttpServletRequest request, LoginService service)
            throws TooManyLoginsException {
        if (request.getRemoteUser() != null) {
            return Optional.of(new Visitor(request.getRemoteUser(), request::isUserInRole));
        }
        Authentication answer = service.login(new BasicRequest(request));
        if (answer.outcome() == Outcome.ACCEPTED) {
            return Optional.of(new Visitor(answer.principal().getName(), answer.roles()::contains));
        }
        return request.getHeader("Authorization") == null ? Optional.of(Visitor.ANONYMOUS) : Optional.empty();
    }

    /** Empty if the visitor has to log in. */
    private Optional<Answer> answer(Visitor visitor, SitePath path) {
        try {
            return Optional.of(visits.visit(visitor, call -> pages.find(call, path)));
        } catch (NotPermittedException | InvalidSessionException e) {
            return visitor.name() == null ? Optional.empty()
                    : Optional.of(message(path, HttpServletResponse.SC_FORBIDDEN, e.getMessage()));
        } catch (RemoteException e) {
            return Optional.of(message(path, HttpServletResponse.SC_NOT_FOUND, e.getMessage()));
        } catch (Exception e) {
            LOG.error("No answer to {}", path.segments(), e);
            return Optional.of(message(path, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "That went wrong here."));
        }
    }

    private static Answer notLoggedIn(SitePath path, HttpServletRequest request, LoginService service) {
        return message(path, HttpServletResponse.SC_UNAUTHORIZED, "Log in to see this.")
                .with("WWW-Authenticate", service.challenges(new BasicRequest(request)));
    }

    private static Answer message(SitePath path, int status, String text) {
        return Answer.html(status, HtmlPage.message(path.root(), TITLES.get(status), text));
    }
}
