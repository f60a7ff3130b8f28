package io.github.jsonrpcwhiteboard.internal.binding;

import java.util.function.Supplier;

/**
 * A value that is made when it is first asked for. Of those who ask at the same time each may make one, and all get
 * the same: making runs under no lock, since it may run code of a plugin. Safe for use by several threads.
 *
 * @param <T> what is made
 */
public final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> making;
    private volatile T value;

    /**
     * A value that has not been made.
     *
     * @param making makes it; not null, and equally good each time. What it throws, who asks gets
     */
    public Lazy(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public T get() {
        T known = value;
        return known == null ? first(making.get()) : known;
    }

    private synchronized T first(T made) {
        if (value == null) {
            value = made;
        }
        return value;
    }
}
