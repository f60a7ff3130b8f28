package io.github.jsonrpcwhiteboard.example.confluence.internal.login;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps whoever has got hold of a user's session from guessing the user's password: lets a user try ten times, and then
 * once a minute. Safe for use by several threads.
 */
public final class WrongPasswords {

    static final int ATTEMPTS = 10;
    static final long WAIT_NANOS = TimeUnit.MINUTES.toNanos(1);

    private static final int MAX_USERS = 10_000;

    private final LongSupplier nanoTime;
    /** Guarded by itself. */
    private final Map<String, Attempts> byUser = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > MAX_USERS;
        }
    };

    private record Attempts(int count, long latest) {
    }

    public WrongPasswords() {
        this(System::nanoTime);
    }

    WrongPasswords(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether a user may try. Counts the attempt as wrong at once: else many at a time would all be let by. */
    public boolean mayTry(String user) {
        long now = nanoTime.getAsLong();
        String key = user.toLowerCase(Locale.ROOT);
        synchronized (byUser) {
            Attempts before = byUser.getOrDefault(key, new Attempts(0, now));
            if (before.count >= ATTEMPTS && now - before.latest < WAIT_NANOS) {
                return false;
            }
            byUser.put(key, new Attempts(before.count + 1, now));
            return true;
        }
    }

    /** The password was right. */
    public void forget(String user) {
        synchronized (byUser) {
            byUser.remove(user.toLowerCase(Locale.ROOT));
        }
    }
}
