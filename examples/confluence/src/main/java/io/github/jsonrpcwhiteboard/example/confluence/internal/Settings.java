package io.github.jsonrpcwhiteboard.example.confluence.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be configured. */
@ObjectClassDefinition(name = "Confluence Example")
public @interface Settings {

    /** The files. */
    @AttributeDefinition(name = "Home", required = false, description = "The directory of database, index and exports."
            + " Default: that of the framework property confluence.home, or the bundle's storage.")
    String home() default "";

    /** The address. */
    @AttributeDefinition(name = "Base URL", required = false,
            description = "What the url of a page or space begins with. Default: where the HTTP server says it is.")
    String baseUrl() default "";

    /** The pages. */
    @AttributeDefinition(name = "Context", required = false, description = "A filter for the context of the HTTP"
            + " whiteboard that the site's pages are for, and whose login counts there. Default: the default context.")
    String contextSelect() default "";

    /** The administrators. */
    @AttributeDefinition(name = "Administrator role", required = false,
            description = "The role of the host whose members are administrators here.")
    String administratorRole() default "admin";

    /** Attachments. */
    @AttributeDefinition(name = "Attachment limit", description = "The most bytes that an attachment may have.")
    long attachmentLimit() default 5 * 1024 * 1024;

    /** Plugins. */
    @AttributeDefinition(name = "Install plugins", description = "Whether administrators may install bundles.")
    boolean installPlugins() default false;

    /** Features. */
    @AttributeDefinition(name = "Dark features", required = false,
            description = "The keys of features that are on before they are official, separated by commas.")
    String[] darkFeatures() default {};
}
