package io.github.jsonrpcwhiteboard.example.hello;

import org.osgi.service.component.annotations.Component;

import io.github.jsonrpcwhiteboard.JsonRpcService;

/** Answers {@code POST /rpc/json-rpc/hello}. */
@Component
@JsonRpcService(path = "hello", anonymous = true)
public class HelloComponent implements Hello {

    @Override
    public String hello(String name) {
        return "Hello, " + name + "!";
    }
}
