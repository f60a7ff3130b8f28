/** The bundle in Apache Karaf. */
package io.github.jsonrpcwhiteboard.itest.karaf;
