package io.github.jsonrpcwhiteboard.example.hello;

/** What callers can call: the whole remote interface. */
public interface Hello {

    String hello(String name);
}
