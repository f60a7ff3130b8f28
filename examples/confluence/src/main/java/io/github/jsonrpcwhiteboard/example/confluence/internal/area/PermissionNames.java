package io.github.jsonrpcwhiteboard.example.confluence.internal.area;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

/** Reads the names of permissions: those of one kind, in a space or in the site. */
final class PermissionNames {

    private PermissionNames() {
    }

    static <E extends Enum<E>> E one(Class<E> kind, String name) throws RemoteException {
        Checks.name(name, "permission");
        for (E permission : kind.getEnumConstants()) {
            if (permission.name().equals(name)) {
                return permission;
            }
        }
        throw new RemoteException("There is no permission " + name + ". There are "
                + String.join(", ", all(kind)) + ".");
    }

    static <E extends Enum<E>> Set<E> several(Class<E> kind, String[] names) throws RemoteException {
        Set<E> permissions = EnumSet.noneOf(kind);
        for (String name : Checks.given(names, "array of permissions")) {
            permissions.add(one(kind, name));
        }
        return permissions;
    }

    static <E extends Enum<E>> String[] all(Class<E> kind) {
        return Stream.of(kind.getEnumConstants()).map(Enum::name).toArray(String[]::new);
    }
}
