/** Those who answer the same bytes. */
package io.github.jsonrpcwhiteboard.benchmarks.peer;
