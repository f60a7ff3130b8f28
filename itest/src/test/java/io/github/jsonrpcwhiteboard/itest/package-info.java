/**
 * The bundle in real frameworks, over real HTTP. A test class extends {@link InContainer} and runs as a bundle in the
 * container that {@link Containers} describes; failsafe runs all of them on Felix and again on Equinox.
 */
package io.github.jsonrpcwhiteboard.itest;
