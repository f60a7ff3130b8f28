/** Calls in one process, bytes to bytes. */
package io.github.jsonrpcwhiteboard.benchmarks.call;
