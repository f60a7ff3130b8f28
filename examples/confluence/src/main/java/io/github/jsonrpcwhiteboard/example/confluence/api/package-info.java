/**
 * The remote interface of the example, as its callers know it. Start with
 * {@link io.github.jsonrpcwhiteboard.example.confluence.api.ConfluenceService}.
 */
@Export
@Version("1.0.0")
package io.github.jsonrpcwhiteboard.example.confluence.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
