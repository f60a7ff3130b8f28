package io.github.jsonrpcwhiteboard.login;

import java.util.Dictionary;
import java.util.Hashtable;

import jakarta.servlet.Servlet;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.util.tracker.ServiceTracker;

import io.github.jsonrpcwhiteboard.security.LoginService;

/**
 * Registers the context {@value #CONTEXT} of the HTTP whiteboard, in which a login counts, and the pages in it.
 */
public final class LoginActivator implements BundleActivator {

    static final String CONTEXT = "jsonrpc-login";

    private final Sessions sessions = new Sessions(System::nanoTime);
    private ServiceTracker<LoginService, LoginService> logins;

    @Override
    public void start(BundleContext context) {
        logins = new ServiceTracker<>(context, LoginService.class, null);
        logins.open();
        context.registerService(ServletContextHelper.class, new LoginContext(sessions), contextProperties());
        register(context, new LoginServlet(sessions, logins::getService), LoginServlet.PATH);
        register(context, new LogoutServlet(sessions), LogoutServlet.PATH);
        register(context, new StyleServlet(), StyleServlet.PATH);
    }

    @Override
    public void stop(BundleContext context) {
        logins.close(); // the framework unregisters the services
    }

    private static Dictionary<String, Object> contextProperties() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME, CONTEXT);
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_PATH, "/");
        return properties;
    }

    private static void register(BundleContext context, Servlet servlet, String path) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, CONTEXT + path);
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, path);
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT,
                "(" + HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME + "=" + CONTEXT + ")");
        context.registerService(Servlet.class, servlet, properties);
    }
}
