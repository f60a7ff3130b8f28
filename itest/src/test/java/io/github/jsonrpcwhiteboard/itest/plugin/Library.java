package io.github.jsonrpcwhiteboard.itest.plugin;

/** A plugin of which nobody loads a class before the whiteboard does. */
public final class Library {

    private Library() {
    }

    /** The published interface. */
    public interface Desk {

        /**
         * Lends a book.
         *
         * @return its title
         */
        String lend();
    }

    /** The service. */
    public static final class Clerk implements Desk {

        @Override
        public String lend() {
            return "Emma";
        }
    }
}
