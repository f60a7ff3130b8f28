package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.List;
import java.util.Locale;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;
import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteLabel;

/**
 * The name of a label, in lower case, and its namespace.
 *
 * @param namespace null if it was not given
 */
record LabelName(String name, String namespace) {

    private static final List<String> NAMESPACES = List.of(RemoteLabel.GLOBAL, RemoteLabel.MY, RemoteLabel.TEAM);
    private static final String NAME = "name of the label";
    private static final String FORBIDDEN = ":;,.?&[]()#^*@!";

    /** Reads {@code name} or {@code namespace:name}. */
    static LabelName parse(String text) throws RemoteException {
        int colon = Checks.given(text, NAME).indexOf(':');
        return colon < 0 ? of(text, null) : of(text.substring(colon + 1), text.substring(0, colon));
    }

    static LabelName of(String name, String namespace) throws RemoteException {
        String lowerCase = Checks.name(Checks.given(name, NAME).toLowerCase(Locale.ROOT), NAME);
        if (lowerCase.codePoints().anyMatch(LabelName::isForbidden)) {
            throw new RemoteException("The name of a label may have neither white space nor any of " + FORBIDDEN);
        }
        return new LabelName(lowerCase, namespace == null ? null : namespace(namespace));
    }

    private static boolean isForbidden(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
                || FORBIDDEN.indexOf(c) >= 0;
    }

    static String namespace(String namespace) throws RemoteException {
        if (!NAMESPACES.contains(namespace)) {
            throw new RemoteException("The namespace of a label is one of " + String.join(", ", NAMESPACES) + ".");
        }
        return namespace;
    }

    /** The same, in this namespace if none was given. */
    LabelName or(String namespace) {
        return this.namespace == null ? new LabelName(name, namespace) : this;
    }

    /** Whether it is the name of a label. */
    boolean isOf(RemoteLabel label) {
        return name.equals(label.getName()) && namespaces().contains(label.getNamespace());
    }

    /** Where to look it up: what all see, if no namespace was given. */
    List<String> namespaces() {
        return namespace == null ? List.of(RemoteLabel.GLOBAL, RemoteLabel.TEAM) : List.of(namespace);
    }
}
