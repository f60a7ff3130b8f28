/** Calls over HTTP, and what costs nothing for a single endpoint but may for many: registering, waiting, changing. */
package io.github.jsonrpcwhiteboard.benchmarks.http;
