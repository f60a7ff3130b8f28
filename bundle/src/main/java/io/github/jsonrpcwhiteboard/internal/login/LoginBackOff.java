package io.github.jsonrpcwhiteboard.internal.login;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Makes an address wait after repeated failed logins: a second at first, twice as long each time, a minute at most.
 * Remembers a bounded number of addresses, the latest. Safe for use by several threads.
 */
final class LoginBackOff {

    private static final int MAX_ADDRESSES = 10_000;
    private static final int MAX_DOUBLINGS = 6;
    private static final long MAX_SECONDS = 60;

    private final LongSupplier nanoTime;
    /** Guarded by itself. */
    private final Map<String, Failures> byAddress = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    private record Failures(int count, long waitUntil) {
    }

    LoginBackOff(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Seconds that an address must wait until its credentials are looked at again; 0: none. */
    long secondsToWait(String address) {
        synchronized (byAddress) {
            Failures failures = byAddress.get(address);
            long nanos = failures == null ? 0 : failures.waitUntil - nanoTime.getAsLong();
            return nanos <= 0 ? 0 : TimeUnit.NANOSECONDS.toSeconds(nanos - 1) + 1;
        }
    }

    /** Notes a failed login; the address has so many attempts before it must wait. */
    void failed(String address, int attempts) {
        synchronized (byAddress) {
            Failures before = byAddress.get(address);
            int count = before == null ? 1 : before.count + 1;
            long seconds = count < attempts ? 0
                    : Math.min(MAX_SECONDS, 1L << Math.min(count - attempts, MAX_DOUBLINGS));
            byAddress.put(address, new Failures(count, nanoTime.getAsLong() + TimeUnit.SECONDS.toNanos(seconds)));
        }
    }

    /** Notes a good login. */
    void succeeded(String address) {
        synchronized (byAddress) {
            byAddress.remove(address);
        }
    }
}
