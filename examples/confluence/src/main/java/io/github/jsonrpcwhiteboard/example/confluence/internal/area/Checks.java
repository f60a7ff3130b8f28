package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.regex.Pattern;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

/** What every caller has to get right. */
final class Checks {

    static final int NAME_LENGTH = 255;

    private static final int PASSWORD_LENGTH = 500;

    /** A colon, for one, ends the name in HTTP Basic. */
    private static final Pattern NOT_IN_USER_NAMES = Pattern.compile("[\\s\\p{Z}\\p{C}\\\\/,:;<>%|?*\"&#]");
    private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");

    private Checks() {
    }

    static <T> T given(T value, String what) throws RemoteException {
        if (value == null) {
            throw new RemoteException("The " + what + " is missing.");
        }
        return value;
    }

    static int notNegative(int value, String what) throws RemoteException {
        if (value < 0) {
            throw new RemoteException("The " + what + " is negative.");
        }
        return value;
    }

    static String name(String value, String what) throws RemoteException {
        if (given(value, what).isBlank()) {
            throw new RemoteException("The " + what + " is empty.");
        }
        return length(value, what);
    }

    /** Of a text of any length. The database would write something else for half a character. */
    static String text(String value, String what) throws RemoteException {
        if (HALF_CHARACTER.matcher(given(value, what)).find()) {
            throw new RemoteException("The " + what + " has half a character: a surrogate without the other.");
        }
        return value;
    }

    /** Of a text that may be missing or empty. */
    static String length(String value, String what) throws RemoteException {
        if (value != null && value.length() > NAME_LENGTH) {
            throw new RemoteException("The " + what + " is longer than " + NAME_LENGTH + " characters.");
        }
        return value;
    }

    static int positive(int value, String what) throws RemoteException {
        if (value <= 0) {
            throw new RemoteException("The " + what + " is not positive.");
        }
        return value;
    }

    static String key(String value, String what) throws RemoteException {
        if (!name(value, what).matches("[A-Za-z0-9]+")) {
            throw new RemoteException("The " + what + " may have letters A to Z and digits only.");
        }
        return value;
    }

    static String userName(String value, String what) throws RemoteException {
        if (NOT_IN_USER_NAMES.matcher(name(value, what)).find()) {
            throw new RemoteException("The " + what
                    + " may have no white space, no control characters and none of \\ / , : ; < > % | ? * \" & #");
        }
        return value;
    }

    /** A name that is shown in one line. */
    static String line(String value, String what) throws RemoteException {
        if (NOT_IN_A_LINE.matcher(name(value, what)).find()) {
            throw new RemoteException("The " + what + " may have no control characters.");
        }
        return value;
    }

    /** A password that can be typed into the host's form, too. */
    static String password(String value, String what) throws RemoteException {
        if (given(value, what).isEmpty()) {
            throw new RemoteException("The " + what + " is empty.");
        }
        if (value.length() > PASSWORD_LENGTH) {
            throw new RemoteException("The " + what + " is longer than " + PASSWORD_LENGTH + " characters.");
        }
        return value;
    }
}
