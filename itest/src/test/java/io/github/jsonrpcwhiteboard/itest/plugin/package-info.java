/** The content of plugins that the tests make in memory. These classes import nothing of the whiteboard's. */
package io.github.jsonrpcwhiteboard.itest.plugin;
