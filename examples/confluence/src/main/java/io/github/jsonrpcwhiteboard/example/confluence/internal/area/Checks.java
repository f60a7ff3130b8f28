package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

/** What every caller has to get right. */
final class Checks {

    private static final int NAME_LENGTH = 255;

    private Checks() {
    }

    static <T> T given(T value, String what) throws RemoteException {
        if (value == null) {
            throw new RemoteException("The " + what + " is missing.");
        }
        return value;
    }

    static String name(String value, String what) throws RemoteException {
        if (given(value, what).isBlank()) {
            throw new RemoteException("The " + what + " is empty.");
        }
        if (value.length() > NAME_LENGTH) {
            throw new RemoteException("The " + what + " is longer than " + NAME_LENGTH + " characters.");
        }
        return value;
    }

    static String key(String value, String what) throws RemoteException {
        if (!name(value, what).matches("[A-Za-z0-9]+")) {
            throw new RemoteException("The " + what + " may have letters A to Z and digits only.");
        }
        return value;
    }
}
