package io.github.jsonrpcwhiteboard.internal.protocol;

/** Threads for calls of a batch that run beside those of the thread that handed in the body. */
@FunctionalInterface
public interface Lanes {

    /** There are none: the calls of a batch run one after the other. */
    Lanes NONE = (calls, left) -> false;

    /**
     * Opens a lane, if there is a place for one more call in progress, and a thread.
     *
     * @param calls what to run on that thread
     * @param left to be run by that thread then, when the place is free again
     * @return false if there is no place or no thread; neither is run then
     */
    boolean start(Runnable calls, Runnable left);
}
