/**
 * HTTP: which request is let in, and with which status it is answered. Start with
 * {@link io.github.jsonrpcwhiteboard.internal.http.HttpHandler}. The only package that sees a servlet type, and that
 * only in its two servlets.
 */
package io.github.jsonrpcwhiteboard.internal.http;
