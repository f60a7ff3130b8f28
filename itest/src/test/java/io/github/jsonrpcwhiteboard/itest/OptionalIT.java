package io.github.jsonrpcwhiteboard.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import org.junit.Test;
import org.osgi.framework.Bundle;

/** The least that the whiteboard needs: the framework, an HTTP whiteboard and Jackson. */
public class OptionalIT extends InContainer {

    /** The published interface. */
    public interface Name {

        /**
         * Answers.
         *
         * @return something
         */
        String name();
    }

    /** Nothing optional is there, and it works. */
    @Test
    public void nothingOptional() throws ClassNotFoundException {
        assertNull(context.getServiceReference("org.osgi.service.cm.ConfigurationAdmin"));
        assertNull(context.getServiceReference("org.osgi.service.useradmin.UserAdmin"));
        assertEquals(Bundle.ACTIVE, whiteboard().getState());
        Name service = () -> "n";
        register(Name.class, service, open("least"));
        assertEquals("n", http.light("least/name", "[]").asText());
    }
}
