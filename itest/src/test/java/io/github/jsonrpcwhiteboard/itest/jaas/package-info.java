/** A login module and its principals, delegated to the test's own class path so that JAAS finds them, as in Karaf. */
package io.github.jsonrpcwhiteboard.itest.jaas;
