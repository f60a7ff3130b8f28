package io.github.jsonrpcwhiteboard.example.confluence.internal.web;

import java.util.Dictionary;
import java.util.Hashtable;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.jsonrpcwhiteboard.security.LoginService;

/** Offers the servlet to the HTTP whiteboard. Not a type of jakarta.servlet is named here: not all hosts have it. */
public final class SiteRegistration implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SiteRegistration.class);

    private final ServiceTracker<LoginService, LoginService> logins;
    private final ServiceRegistration<?> registration;

    /** @param contextSelect a filter for the context that the servlet is for; empty: the default context */
    public SiteRegistration(BundleContext context, String contextSelect, Visits visits, SitePages pages) {
        logins = new ServiceTracker<>(context, LoginService.class, null);
        logins.open();
        registration = register(context, contextSelect, visits, pages);
    }

    private ServiceRegistration<?> register(BundleContext context, String contextSelect, Visits visits,
            SitePages pages) {
        try {
            return context.registerService("jakarta.servlet.Servlet",
                    new SiteServlet(visits, pages, logins::getService), properties(contextSelect));
        } catch (NoClassDefFoundError e) {
            LOG.info("Spaces, pages and attachments cannot be seen in a browser: there is no jakarta.servlet here");
            return null;
        }
    }

    private static Dictionary<String, Object> properties(String contextSelect) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "confluence");
        properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN,
                new String[] {"/display/*", "/download/*"});
        if (!contextSelect.isEmpty()) {
            properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT, contextSelect);
        }
        return properties;
    }

    @Override
    public void close() {
        if (registration != null) {
            registration.unregister();
        }
        logins.close();
    }
}
