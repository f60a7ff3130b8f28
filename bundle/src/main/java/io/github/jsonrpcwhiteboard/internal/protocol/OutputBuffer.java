package io.github.jsonrpcwhiteboard.internal.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.lang.ref.SoftReference;
import java.util.Arrays;

/** A bounded buffer in which an answer is made as a whole before any of it is sent. For one thread at a time. */
public final class OutputBuffer extends OutputStream {

    private static final int INITIAL = 512;
    /** The largest array that a thread keeps. */
    private static final int KEPT = 4 * 1024 * 1024;
    private static final byte[] NOTHING = {};
    /**
     * The array that a thread uses again and again, if it has released it: saves 430 bytes of a small call, and all but
     * 2 KB of the 3.4 MB that an answer of 1 MiB allocated. Of the JDK's own types, so that it pins no class loader;
     * soft, so that no memory runs out because of it.
     */
    private static final ThreadLocal<Object[]> SPARE = ThreadLocal.withInitial(() -> new Object[1]);
    private static final long MAX_ARRAY = Integer.MAX_VALUE - 8L;

    private final int limit;
    private SoftReference<?> kept;
    private byte[] bytes;
    private int size;

    OutputBuffer(int limit) {
        this.limit = limit;
        Object[] spare = SPARE.get();
        this.kept = (SoftReference<?>) spare[0];
        spare[0] = null;
        byte[] known = kept == null ? null : (byte[]) kept.get();
        this.bytes = known == null ? new byte[INITIAL] : known;
    }

    /** Nobody needs the bytes any more: this thread may use their array for another answer. */
    public void release() {
        byte[] array = bytes;
        bytes = NOTHING;
        size = 0;
        if (array.length > 0 && array.length <= KEPT) {
            SPARE.get()[0] = kept != null && kept.get() == array ? kept : new SoftReference<>(array);
        }
    }

    /** The buffer is full. */
    static final class FullException extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;

        FullException() {
            super("the answer is over the limit");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    @Override
    public void write(int b) throws FullException {
        reserve(1);
        bytes[size++] = (byte) b;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws FullException {
        reserve(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    @Override
    public void write(byte[] from) throws FullException {
        write(from, 0, from.length);
    }

    private void reserve(int more) throws FullException {
        if (more > limit - size) {
            throw new FullException();
        }
        grow(more);
    }

    private void grow(int more) {
        if (size + more > bytes.length) {
            long wanted = Math.max(2L * bytes.length, size + (long) more);
            bytes = Arrays.copyOf(bytes, (int) Math.min(MAX_ARRAY, wanted));
        }
    }

    /** Writes even if the buffer is full: what frames the results, and says which of them were too large. */
    void force(byte[] from, int offset, int length) {
        grow(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    void force(OutputBuffer from) {
        force(from.bytes, 0, from.size);
    }

    void force(char ascii) {
        grow(1);
        bytes[size++] = (byte) ascii;
    }

    /**
     * How much is in it.
     *
     * @return bytes
     */
    public int size() {
        return size;
    }

    /**
     * What is in it, from index 0 to {@link #size()}; not a copy.
     *
     * @return the bytes
     */
    public byte[] bytes() {
        return bytes;
    }

    /** Forgets everything from a position on. */
    void truncate(int position) {
        size = position;
    }
}
