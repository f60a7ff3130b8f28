package io.github.jsonrpcwhiteboard;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.regex.Pattern;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import io.github.jsonrpcwhiteboard.internal.context.CurrentCall;

/** The house as it is drawn in the README: http, whiteboard, protocol, binding, and never back. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "io.github.jsonrpcwhiteboard";
    private static final String INTERNAL = ROOT + ".internal";
    private static final String CONTEXT = INTERNAL + ".context..";

    /** What the manifest exports. */
    private static final DescribedPredicate<JavaClass> EXPORTED = resideInAnyPackage(ROOT, ROOT + ".security",
            ROOT + ".runtime", ROOT + ".runtime.dto").as("the exported packages");

    @ArchTest
    static final ArchRule LAYERS = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("activator").definedBy(INTERNAL)
            .layer("login").definedBy(INTERNAL + ".login..")
            .layer("http").definedBy(INTERNAL + ".http..")
            .layer("whiteboard").definedBy(INTERNAL + ".whiteboard..")
            .layer("openrpc").definedBy(INTERNAL + ".openrpc..")
            .layer("protocol").definedBy(INTERNAL + ".protocol..")
            .layer("binding").definedBy(INTERNAL + ".binding..")
            .layer("context").definedBy(CONTEXT)
            .layer("exported").definedBy(EXPORTED)
            .whereLayer("activator").mayNotBeAccessedByAnyLayer()
            .whereLayer("login").mayOnlyBeAccessedByLayers("activator")
            .whereLayer("http").mayOnlyBeAccessedByLayers("activator")
            .whereLayer("whiteboard").mayOnlyBeAccessedByLayers("activator", "login", "http")
            .whereLayer("openrpc").mayOnlyBeAccessedByLayers("whiteboard")
            .whereLayer("protocol").mayOnlyBeAccessedByLayers("http", "whiteboard")
            .whereLayer("binding").mayOnlyBeAccessedByLayers("http", "whiteboard", "openrpc", "protocol")
            .whereLayer("context").mayOnlyBeAccessedByLayers("protocol", "exported");

    /** CallContext.current() asks it for the call of this thread; all else that is exported stands on its own. */
    @ArchTest
    static final ArchRule WHAT_IS_EXPORTED_NEEDS_NOTHING_INTERNAL_BUT_THE_CONTEXT = noClasses().that(EXPORTED)
            .should().dependOnClassesThat(resideInAPackage(INTERNAL + "..").and(not(resideInAPackage(CONTEXT))));

    @ArchTest
    static final ArchRule WHAT_IS_EXPORTED_SHOWS_NO_LIBRARY = noClasses().that(EXPORTED)
            .should().dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml..", "javax.servlet..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_FRAMEWORK = noClasses()
            .that().resideInAnyPackage(INTERNAL + ".protocol..", INTERNAL + ".binding..", CONTEXT)
            .should().dependOnClassesThat().resideInAnyPackage("org.osgi..");

    @ArchTest
    static final ArchRule TWO_CLASSES_KNOW_A_SERVLET = noClasses()
            .that(not(named("JavaxServlet").or(named("JakartaServlet"))))
            .should().dependOnClassesThat().resideInAnyPackage("javax.servlet..", "jakarta.servlet..");

    /** So that it can be loaded where the other's package is not there. */
    @ArchTest
    static final ArchRule THE_JAVAX_SERVLET_KNOWS_NO_OTHER = noClasses().that(named("JavaxServlet"))
            .should().dependOnClassesThat().resideInAPackage("jakarta.servlet..");

    @ArchTest
    static final ArchRule THE_JAKARTA_SERVLET_KNOWS_NO_OTHER = noClasses().that(named("JakartaServlet"))
            .should().dependOnClassesThat().resideInAPackage("javax.servlet..");

    @ArchTest
    static final ArchRule JACKSON_IS_NOT_FOR_EVERYBODY = noClasses().that().resideInAnyPackage(INTERNAL + ".http..")
            .should().dependOnClassesThat().resideInAnyPackage("com.fasterxml..");

    /** The only circle: CallContext.current() asks the context package, which keeps CallContexts. */
    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("(" + ROOT + "..)").should().beFreeOfCycles()
            .ignoreDependency(CallContext.class, CurrentCall.class);

    /** A class and those inside it. */
    private static DescribedPredicate<JavaClass> named(String name) {
        return nameMatching(Pattern.quote(INTERNAL + ".http." + name) + "(\\$.*)?").forSubtype();
    }
}
