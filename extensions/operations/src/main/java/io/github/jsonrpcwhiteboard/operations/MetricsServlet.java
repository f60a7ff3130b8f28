package io.github.jsonrpcwhiteboard.operations;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.github.jsonrpcwhiteboard.security.Authentication;
import io.github.jsonrpcwhiteboard.security.Authentication.Outcome;
import io.github.jsonrpcwhiteboard.security.LoginService;
import io.github.jsonrpcwhiteboard.security.TooManyLoginsException;

/** Answers metrics: to those who have the role, or without one to those who are on this machine. */
final class MetricsServlet extends HttpServlet {

    private static final Logger LOG = System.getLogger("io.github.jsonrpcwhiteboard.operations");

    private static final long serialVersionUID = 1L;
    private static final Pattern HERE =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?", Pattern.CASE_INSENSITIVE);

    private final transient PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final transient Metrics metrics;
    private final transient Supplier<LoginService> logins;
    private final String role;

    MetricsServlet(Metrics metrics, Supplier<LoginService> logins, String role) {
        this.metrics = metrics;
        this.logins = logins;
        this.role = role;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        int refusal = role.isEmpty() ? checkIsHere(request.getRemoteAddr(), request.getServerName())
                : checkRole(request, response);
        if (refusal != 0) {
            response.setStatus(refusal);
            return;
        }
        response.setContentType(writer.getContentType());
        try {
            writer.write(response.getOutputStream(), metrics.collect());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Metrics could not be sent, their reader has gone: " + e);
        }
    }

    /**
     * The status to refuse an address with that calls the server by a name, 0 for none. A page of another site that
     * gave its own name the address of this machine calls from here, but by that name (DNS rebinding).
     */
    static int checkIsHere(String address, String name) throws UnknownHostException {
        return InetAddress.getByName(address).isLoopbackAddress() && HERE.matcher(name).matches() ? 0
                : HttpServletResponse.SC_FORBIDDEN;
    }

    /** The status to refuse a caller with, 0 for none. */
    private int checkRole(HttpServletRequest request, HttpServletResponse response) {
        LoginService service = logins.get();
        if (service == null) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        MetricsRequest credentials = new MetricsRequest(request);
        try {
            Authentication answer = service.login(credentials);
            if (answer.outcome() == Outcome.ACCEPTED) {
                return answer.roles().contains(role) ? 0 : HttpServletResponse.SC_FORBIDDEN;
            }
            service.challenges(credentials).forEach(challenge -> response.addHeader("WWW-Authenticate", challenge));
            return HttpServletResponse.SC_UNAUTHORIZED;
        } catch (TooManyLoginsException e) {
            response.setHeader("Retry-After", Long.toString(e.secondsToWait()));
            return 429;
        }
    }
}
