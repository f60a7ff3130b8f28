/**
 * The API of the example plugin, called over HTTP as clients call it. Start with
 * {@link io.github.jsonrpcwhiteboard.itest.confluence.Wiki}.
 */
package io.github.jsonrpcwhiteboard.itest.confluence;
