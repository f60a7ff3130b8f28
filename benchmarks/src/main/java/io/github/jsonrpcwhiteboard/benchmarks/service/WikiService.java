package io.github.jsonrpcwhiteboard.benchmarks.service;

import com.github.arteam.simplejsonrpc.core.annotation.JsonRpcMethod;
import com.github.arteam.simplejsonrpc.core.annotation.JsonRpcParam;
import com.github.arteam.simplejsonrpc.core.annotation.JsonRpcService;

/** Does next to nothing. */
@JsonRpcService
public class WikiService implements Wiki {

    /** Characters of the page that is loaded. */
    public static final int LENGTH = 1024 * 1024;

    private static final Page PAGE = Page.ofLength(LENGTH);

    @Override
    @JsonRpcMethod
    public String greet(@JsonRpcParam("name") String name, @JsonRpcParam("age") int age) {
        return age < 18 ? "Hi, " + name : "Good day, " + name;
    }

    @Override
    public String find(long id) {
        return "by id";
    }

    @Override
    public String find(String title) {
        return "by title";
    }

    @Override
    @JsonRpcMethod
    public int store(@JsonRpcParam("page") Page stored) {
        return stored.getContent().length();
    }

    @Override
    @JsonRpcMethod
    public Page load(@JsonRpcParam("id") long id) {
        return PAGE;
    }
}
