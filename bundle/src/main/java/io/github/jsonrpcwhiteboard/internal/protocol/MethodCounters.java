package io.github.jsonrpcwhiteboard.internal.protocol;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the calls of one method by its name. Safe for use by several threads, without locks; what is read while calls
 * run is not of one moment.
 */
public final class MethodCounters {

    /** Stands for the codes that are too many to count each. */
    static final int OTHER_CODES = 0;
    /** Services choose codes, and may choose ever new ones. */
    static final int MAX_CODES = 32;

    private static final int[] BOUNDS_MILLIS = {1, 5, 10, 50, 100, 500, 1000, 5000, 10_000};

    private final LongAdder begun = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder[] buckets = new LongAdder[BOUNDS_MILLIS.length + 1];
    private final Map<Integer, LongAdder> errors = new ConcurrentHashMap<>();

    /** All counts are 0. */
    public MethodCounters() {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new LongAdder();
        }
    }

    void begin() {
        begun.increment();
    }

    /** A call that has begun is answered. */
    void end(long duration) {
        int bucket = 0;
        while (bucket < BOUNDS_MILLIS.length && duration > BOUNDS_MILLIS[bucket] * 1_000_000L) {
            bucket++;
        }
        nanos.add(duration);
        buckets[bucket].increment();
    }

    void error(int code) {
        LongAdder count = errors.get(code);
        if (count == null) {
            count = errors.computeIfAbsent(errors.size() < MAX_CODES ? code : OTHER_CODES, c -> new LongAdder());
        }
        count.increment();
    }

    /**
     * Calls that have not been answered.
     *
     * @return not negative
     */
    public long inProgress() {
        long ended = calls();
        return begun.sum() - ended;
    }

    /**
     * Calls that have been answered.
     *
     * @return how many, with and without error
     */
    public long calls() {
        long sum = 0;
        for (LongAdder bucket : buckets) {
            sum += bucket.sum();
        }
        return sum;
    }

    /**
     * Answers by code.
     *
     * @return a copy
     */
    public SortedMap<Integer, Long> errors() {
        SortedMap<Integer, Long> copy = new TreeMap<>();
        errors.forEach((code, count) -> copy.put(code, count.sum()));
        return copy;
    }

    /**
     * How long all calls together took.
     *
     * @return milliseconds
     */
    public long totalMillis() {
        return TimeUnit.NANOSECONDS.toMillis(nanos.sum());
    }

    /**
     * How many calls took how long.
     *
     * @return milliseconds, inclusive, with the calls that took no more than these, and more than the ones before;
     *         at last {@link Long#MAX_VALUE}
     */
    public SortedMap<Long, Long> histogram() {
        SortedMap<Long, Long> copy = new TreeMap<>();
        for (int i = 0; i < buckets.length; i++) {
            copy.put(i < BOUNDS_MILLIS.length ? BOUNDS_MILLIS[i] : Long.MAX_VALUE, buckets[i].sum());
        }
        return copy;
    }
}
