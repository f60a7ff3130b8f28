/** The state of the whiteboard as data transfer objects (OSGi Core, chapter 52). */
@Export
@Version("1.1.0")
package io.github.jsonrpcwhiteboard.runtime.dto;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
