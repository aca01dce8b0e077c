package org.blockspin.launcher;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Map;

/** The arrows of the design: implementation bundles see the api and libraries, never each other. */
@AnalyzeClasses(packages = "org.blockspin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Each bundle, and the others whose exported packages it may see. */
    private static final Map<String, List<String>> MAY_SEE = Map.ofEntries(
            Map.entry("api", List.of()),
            Map.entry("tensorflow", List.of()),
            Map.entry("plugins", List.of()),
            Map.entry("launcher", List.of("plugins")),
            Map.entry("statistics", List.of("api")),
            Map.entry("lattices", List.of("api")),
            Map.entry("samplers", List.of("api", "statistics")),
            Map.entry("samplers.simd", List.of("samplers")),
            Map.entry("coarsegrainers", List.of("api")),
            Map.entry("observables", List.of("api", "statistics")),
            Map.entry("resolvers.cnn", List.of("api", "statistics", "tensorflow")),
            Map.entry("resolvers.table", List.of("api", "statistics")),
            Map.entry("resolvers.gibbs", List.of("api")),
            Map.entry("pipeline", List.of("api", "statistics", "plugins")),
            Map.entry("figures", List.of("api")),
            Map.entry("server", List.of("api", "pipeline", "plugins")),
            Map.entry("console", List.of("api", "pipeline", "plugins", "server")),
            Map.entry("shell", List.of()));

    /** A fragment shares the class loader of its host, and may see all of it. */
    private static final Map<String, String> FRAGMENTS = Map.of("samplers.simd", "samplers");

    @ArchTest
    static final ArchRule NOBODY_BUT_CONSOLE_SHELL_AND_LAUNCHER_PRINTS = noClasses()
            .that()
            .resideOutsideOfPackages("org.blockspin.console..", "org.blockspin.shell..", "org.blockspin.launcher..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule ONLY_THE_NETWORK_SEES_TENSORFLOW = noClasses()
            .that()
            .resideOutsideOfPackages("org.blockspin.tensorflow..", "org.blockspin.resolvers.cnn..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tensorflow..", "org.bytedeco..");

    @ArchTest
    static final ArchRule ONLY_THE_PIPELINE_ITS_REPORT_AND_THE_SERVER_SEE_GSON = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.blockspin.pipeline..", "org.blockspin.figures.internal.report..", "org.blockspin.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.gson..");

    @ArchTest
    static final ArchRule ONLY_THE_PIPELINE_SEES_HDF5 = noClasses()
            .that()
            .resideOutsideOfPackage("org.blockspin.pipeline..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.jhdf..");

    @ArchTest
    static final ArchRule ONLY_THE_CONSOLE_SEES_PICOCLI = noClasses()
            .that()
            .resideOutsideOfPackage("org.blockspin.console..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule THE_API_SEES_THE_JDK_AND_ANNOTATIONS_ONLY = classes()
            .that()
            .resideInAPackage("org.blockspin.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.blockspin.api..",
                    "java..",
                    "org.osgi.annotation..",
                    "org.osgi.service.component.annotations..");

    @ArchTest
    static final ArchRule STATICS_ARE_CONSTANT =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static void bundlesSeeOnlyWhatTheDesignAllows(JavaClasses blockspin) {
        MAY_SEE.forEach((bundle, others) -> noClasses()
                .that()
                .resideInAPackage(packageOf(bundle))
                .should()
                .dependOnClassesThat(resideInAPackage("org.blockspin..").and(not(visible(bundle, others))))
                // The wrapper of TensorFlow has no class of its own.
                .allowEmptyShould(true)
                .check(blockspin));
    }

    private static DescribedPredicate<JavaClass> visible(String bundle, List<String> others) {
        String[] exported = others.stream().map(ArchitectureTest::packageOf).toArray(String[]::new);
        return resideInAPackage(packageOf(FRAGMENTS.getOrDefault(bundle, bundle)))
                .or(resideInAnyPackage(exported).and(resideOutsideOfPackage("..internal..")));
    }

    @ArchTest
    static void everyPackageBelongsToABundleOfTheDesign(JavaClasses blockspin) {
        String[] known =
                MAY_SEE.keySet().stream().map(ArchitectureTest::packageOf).toArray(String[]::new);
        classes().should().resideInAnyPackage(known).check(blockspin);
    }

    private static String packageOf(String bundle) {
        return "org.blockspin." + bundle + "..";
    }
}
