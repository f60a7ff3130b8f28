/** Measures the bundle beside its peers, in turns, since only what was measured at the same time can be compared. */
package io.github.jsonrpcwhiteboard.benchmarks;
