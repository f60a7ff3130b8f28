package io.github.jsonrpcwhiteboard.benchmarks.service;

import com.googlecode.jsonrpc4j.JsonRpcParam;

/** What is called by all peers. Each library finds the names of the parameters in its own way. */
public interface Wiki {

    /** A small call. */
    String greet(@JsonRpcParam("name") String name, @JsonRpcParam("age") int age);

    /** Two of equal arity: by number. */
    String find(@JsonRpcParam("id") long id);

    /** Two of equal arity: by text. */
    String find(@JsonRpcParam("title") String title);

    /** A page comes in; the length of its content. */
    int store(@JsonRpcParam("page") Page page);

    /** A page goes out. */
    Page load(@JsonRpcParam("id") long id);
}
