/** What operators' tools see: the state of the whiteboard, as a service. */
@Export
@Version("1.1.0")
package io.github.jsonrpcwhiteboard.runtime;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
