package io.github.jsonrpcwhiteboard.example.hello;

import io.github.jsonrpcwhiteboard.JsonRpcService;
import org.osgi.service.component.annotations.Component;

/** Answers {@code POST /rpc/json-rpc/hello}. */
@Component
@JsonRpcService(path = "hello", anonymous = true)
public class HelloComponent implements Hello {

    @Override
    public String hello(String name) {
        return "Hello, " + name + "!";
    }
}
