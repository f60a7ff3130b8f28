package io.github.jsonrpcwhiteboard.login;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The logins that are in force, by the ids that browsers keep. Those of this class and not the container's, because
 * containers differ in what their cookie can be told. Safe for use by several threads.
 */
final class Sessions {

    static final Duration MAX_IDLE = Duration.ofMinutes(30);
    /** Roles are those of the login, so even a busy session must come to an end. */
    static final Duration MAX_AGE = Duration.ofHours(12);
    static final int MAX_SIZE = 10_000;

    private static final int ID_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final LongSupplier nanoTime;
    /** Guarded by itself. The one not used for the longest time comes first, and has to go when there are too many. */
    private final Map<String, Session> byId = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > MAX_SIZE;
        }
    };

    private record Session(Login login, long begun, long used) {

        boolean isIdle(long now) {
            return now - used >= MAX_IDLE.toNanos();
        }

        boolean isOver(long now) {
            return isIdle(now) || now - begun >= MAX_AGE.toNanos();
        }
    }

    Sessions(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Begins a session; returns its id, which nobody knew before. */
    String begin(Login login) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        synchronized (byId) {
            long now = nanoTime.getAsLong();
            dropIdle(now);
            byId.put(id, new Session(login, now, now));
        }
        return id;
    }

    /** The login of a session, which is thereby used; empty if there is no such session, or no more. */
    Optional<Login> find(String id) {
        synchronized (byId) {
            Session session = byId.get(id);
            if (session == null) {
                return Optional.empty();
            }
            long now = nanoTime.getAsLong();
            if (session.isOver(now)) {
                byId.remove(id);
                return Optional.empty();
            }
            byId.put(id, new Session(session.login, session.begun, now));
            return Optional.of(session.login);
        }
    }

    /** Ends a session, if it is one. */
    void end(String id) {
        synchronized (byId) {
            byId.remove(id);
        }
    }

    int size() {
        synchronized (byId) {
            return byId.size();
        }
    }

    private void dropIdle(long now) {
        Iterator<Session> eldestFirst = byId.values().iterator();
        while (eldestFirst.hasNext() && eldestFirst.next().isIdle(now)) {
            eldestFirst.remove();
        }
    }
}
