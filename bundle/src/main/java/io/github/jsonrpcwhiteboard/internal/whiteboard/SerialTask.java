package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A task that several threads ask for and one at a time runs, without a lock: who asks while it runs does not wait, but
 * makes it run once more. For work that calls foreign code and always brings things to their latest state.
 */
public final class SerialTask implements Runnable {

    private final Runnable task;
    private final AtomicInteger requests = new AtomicInteger();

    /**
     * A task.
     *
     * @param task the work
     */
    public SerialTask(Runnable task) {
        this.task = task;
    }

    @Override
    public void run() {
        if (requests.getAndIncrement() > 0) {
            return;
        }
        int served;
        do {
            served = requests.get();
            task.run();
        } while (requests.addAndGet(-served) > 0);
    }
}
