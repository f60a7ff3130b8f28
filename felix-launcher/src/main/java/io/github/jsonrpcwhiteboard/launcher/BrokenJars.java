package io.github.jsonrpcwhiteboard.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/**
 * Makes FileInstall report plugin jars that are no bundles; alone it passes over them in silence. FileInstall asks its
 * installers whether they can handle a file: this one takes such jars, and refuses to install them.
 */
final class BrokenJars implements InvocationHandler {

    private static final String INSTALLER = "org.apache.felix.fileinstall.ArtifactInstaller";

    private BrokenJars() {
    }

    /** The interface is only visible inside the framework, hence the proxy. */
    static void register(Bundle fileInstall) throws ClassNotFoundException {
        Class<?> type = fileInstall.loadClass(INSTALLER);
        Object service = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new BrokenJars());
        fileInstall.getBundleContext().registerService(INSTALLER, service, null);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws IOException {
        return switch (method.getName()) {
            case "canHandle" -> problem((File) args[0]) != null;
            case "install", "update" -> throw new IOException(problem((File) args[0]));
            case "equals" -> proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> BrokenJars.class.getName();
            default -> null;
        };
    }

    /** Why the file cannot be a plugin; null if it may be one. */
    static String problem(File file) {
        if (!file.getName().endsWith(".jar")) {
            return null;
        }
        try (JarFile jar = new JarFile(file)) {
            Manifest manifest = jar.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) != null
                    ? null
                    : "not an OSGi bundle, its manifest has no " + Constants.BUNDLE_SYMBOLICNAME;
        } catch (IOException e) {
            return "not a jar file, " + OneLine.of(e);
        }
    }
}
