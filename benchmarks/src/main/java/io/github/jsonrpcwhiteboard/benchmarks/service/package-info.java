/** The service that all peers offer. */
package io.github.jsonrpcwhiteboard.benchmarks.service;
