package io.github.jsonrpcwhiteboard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.osgi.annotation.bundle.Requirement;
import org.osgi.namespace.implementation.ImplementationNamespace;

/** Adds the requirement on the JSON-RPC whiteboard to the manifest of the bundle that carries this annotation. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE, ElementType.ANNOTATION_TYPE})
@Requirement(namespace = ImplementationNamespace.IMPLEMENTATION_NAMESPACE, name = JsonRpcConstants.IMPLEMENTATION,
        version = JsonRpcConstants.SPECIFICATION_VERSION)
public @interface RequireJsonRpcWhiteboard {
}
