package io.github.jsonrpcwhiteboard.oauth.signed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import io.github.jsonrpcwhiteboard.oauth.signed.NonceMemory.Answer;

class NonceMemoryTest {

    private final NonceMemory memory = new NonceMemory();

    @Test
    void eachOnce() {
        assertEquals(Answer.NEW, memory.add("a", 100, "n", 0, 10));
        assertEquals(Answer.SEEN, memory.add("a", 100, "n", 0, 10));
        assertEquals(Answer.NEW, memory.add("a", 101, "n", 0, 10));
        assertEquals(Answer.NEW, memory.add("b", 100, "n", 0, 10));
    }

    @Test
    void boundedUntilTheOldAreForgotten() {
        assertEquals(Answer.NEW, memory.add("a", 100, "1", 0, 2));
        assertEquals(Answer.NEW, memory.add("a", 101, "2", 0, 2));
        assertEquals(Answer.FULL, memory.add("a", 102, "3", 100, 2));
        assertEquals(Answer.NEW, memory.add("a", 102, "3", 101, 2));
    }

    @Test
    void longerWindowLetsNothingBackIn() {
        assertEquals(Answer.NEW, memory.add("a", 100, "1", 0, 10));
        assertEquals(Answer.NEW, memory.add("a", 200, "2", 150, 10));
        assertEquals(Answer.SEEN, memory.add("a", 100, "1", 0, 10));
    }

    @Test
    void oneOfManyAtOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            CyclicBarrier barrier = new CyclicBarrier(8);
            for (int round = 0; round < 200; round++) {
                String nonce = "n" + round;
                Callable<Answer> task = () -> {
                    barrier.await();
                    return memory.add("a", 100, nonce, 0, 1000);
                };
                List<Callable<Answer>> tasks = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    tasks.add(task);
                }
                int accepted = 0;
                for (Future<Answer> answer : threads.invokeAll(tasks)) {
                    accepted += answer.get() == Answer.NEW ? 1 : 0;
                }
                assertEquals(1, accepted);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
