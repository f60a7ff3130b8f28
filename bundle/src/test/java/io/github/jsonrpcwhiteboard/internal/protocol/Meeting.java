package io.github.jsonrpcwhiteboard.internal.protocol;

import java.util.concurrent.CompletionStage;

/** Calls that may meet each other. */
interface Meeting {

    String meet(String name) throws Exception;

    String name(String name);

    CompletionStage<String> later(String name);

    String context() throws Exception;

    void waits() throws InterruptedException;

    void hangs();
}
