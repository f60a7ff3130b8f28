package io.github.jsonrpcwhiteboard.internal.whiteboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

import io.github.jsonrpcwhiteboard.JsonRpcConstants;
import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;

/** Reads service references. Loads classes of plugins, so it must not be called under a lock. */
final class RevisionReader {

    private final MethodTables tables;

    RevisionReader(MethodTables tables) {
        this.tables = tables;
    }

    /** Reads a service; null if it has gone meanwhile, or has no path any more. */
    Revision read(ServiceReference<?> reference) throws DeclarationException {
        Bundle bundle = reference.getBundle();
        if (bundle == null || reference.getProperty(JsonRpcConstants.PATH) == null) {
            return null;
        }
        Declaration declaration = Declaration.of(new Properties(reference::getProperty, reference.getPropertyKeys()));
        Set<Class<?>> interfaces = interfaces(bundle, reference, declaration);
        // not the bundle: when it is updated, the same name means another class
        MethodTable methods = tables.of(bundle.adapt(BundleWiring.class), interfaces, declaration);
        if (methods.methods().isEmpty()) {
            throw new DeclarationException(FailedReason.NO_METHODS, "not one method can be called", methods.failures());
        }
        checkMethodRoles(declaration, methods);
        return new Revision(rank(reference), declaration, interfaces.stream().map(Class::getName).toList(), methods,
                bundle.getBundleId(), String.valueOf(bundle.getSymbolicName()), title(declaration, bundle),
                declaration.version() == null ? bundle.getVersion().toString() : declaration.version());
    }

    /** A misspelt name must not leave the method open that was meant. */
    private static void checkMethodRoles(Declaration declaration, MethodTable methods) throws DeclarationException {
        for (String name : declaration.methodRoles().keySet()) {
            if (methods.methods().stream().noneMatch(method -> method.name().equals(name))) {
                throw new DeclarationException(FailedReason.BAD_PROPERTY,
                        JsonRpcConstants.METHOD_ROLES + name + " names a method that is not published");
            }
        }
    }

    static Revision.Rank rank(ServiceReference<?> reference) {
        Object ranking = reference.getProperty(Constants.SERVICE_RANKING);
        return new Revision.Rank(ranking instanceof Integer number ? number : 0,
                (Long) reference.getProperty(Constants.SERVICE_ID));
    }

    private static Set<Class<?>> interfaces(Bundle bundle, ServiceReference<?> reference, Declaration declaration)
            throws DeclarationException {
        List<String> registered = Arrays.asList((String[]) reference.getProperty(Constants.OBJECTCLASS));
        List<String> published = new ArrayList<>(declaration.interfaces());
        boolean chosen = !published.isEmpty();
        if (!chosen) {
            published.addAll(registered);
        }
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (String name : published) {
            if (!registered.contains(name)) {
                throw new DeclarationException(FailedReason.BAD_INTERFACE,
                        JsonRpcConstants.INTERFACE + " names " + name + ", which the service is not registered under");
            }
            Class<?> type = load(bundle, name);
            if (type.isInterface()) {
                interfaces.add(type);
            } else if (chosen) {
                throw new DeclarationException(FailedReason.BAD_INTERFACE,
                        JsonRpcConstants.INTERFACE + " names " + name + ", which is not an interface");
            }
        }
        if (interfaces.isEmpty()) {
            throw new DeclarationException(FailedReason.NO_INTERFACE,
                    "the service is registered under classes only, an interface is what can be published");
        }
        return interfaces;
    }

    private static Class<?> load(Bundle bundle, String name) throws DeclarationException {
        try {
            return bundle.loadClass(name);
        } catch (ClassNotFoundException | LinkageError | IllegalStateException e) {
            throw new DeclarationException(FailedReason.INTERFACE_NOT_VISIBLE,
                    "bundle " + bundle.getSymbolicName() + " cannot load " + name);
        }
    }

    private static String title(Declaration declaration, Bundle bundle) {
        if (declaration.title() != null) {
            return declaration.title();
        }
        String name = bundle.getHeaders("").get(Constants.BUNDLE_NAME);
        return name != null ? name : String.valueOf(bundle.getSymbolicName());
    }
}
