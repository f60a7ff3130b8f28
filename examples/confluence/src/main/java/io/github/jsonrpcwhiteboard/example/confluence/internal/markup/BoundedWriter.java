package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import java.io.StringWriter;

/**
 * Ends a parser that writes without end, or goes on when the call is over: some markup has the parser come back to
 * where it was, again and again.
 */
final class BoundedWriter extends StringWriter {

    private static final long MOST = 32_000_000;
    private static final long TIMES = 50;
    private static final long AT_LEAST = 1000;

    private final long limit;

    BoundedWriter(int inputLength) {
        limit = Math.min(MOST, AT_LEAST + TIMES * inputLength);
    }

    @Override
    public void write(int c) {
        check();
        super.write(c);
    }

    @Override
    public void write(char[] text, int offset, int length) {
        check();
        super.write(text, offset, length);
    }

    @Override
    public void write(String text) {
        check();
        super.write(text);
    }

    @Override
    public void write(String text, int offset, int length) {
        check();
        super.write(text, offset, length);
    }

    private void check() {
        if (getBuffer().length() > limit || Thread.currentThread().isInterrupted()) {
            throw new Full();
        }
    }

    /** There is no room for more. Unchecked, or the parser would keep it to itself. */
    static final class Full extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
