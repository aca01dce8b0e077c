package org.blockspin.launcher;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Makes a bundle of source text, as the author of a plugin would with javac and bnd. */
final class PluginJar {
    private PluginJar() {}

    /** The class that the README shows. */
    static String sourceInReadme() throws Exception {
        Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(BuiltTree.HOME.resolve("README.md")));
        if (!block.find()) {
            throw new IllegalStateException("the README shows no plugin");
        }
        return block.group(1);
    }

    /** Compiles one public class against the api, the pipeline and the annotations, and wraps it into {@code folder}. */
    static Path make(String packageName, String className, String source, Path folder) throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        write(packageName, className, source, Map.of(), folder, plugins.resolve(packageName + ".jar"));
        return plugins;
    }

    /** The same, into a file of its own, with further instructions for bnd. */
    static Path write(
            String packageName, String className, String source, Map<String, String> headers, Path work, Path jar)
            throws Exception {
        Path sources = Files.createDirectories(work.resolve("src").resolve(packageName.replace('.', '/')));
        Path classes = Files.createDirectories(work.resolve("classes"));
        Path file = Files.writeString(sources.resolve(className + ".java"), source);
        String classPath = String.join(System.getProperty("path.separator"), classPath());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int code = compiler.run(
                null, null, null, "--release", "17", "-cp", classPath, "-d", classes.toString(), file.toString());
        if (code != 0) {
            throw new IllegalStateException("javac refuses the plugin");
        }
        try (Builder builder = new Builder()) {
            builder.setProperty("Bundle-SymbolicName", packageName);
            builder.setProperty("Bundle-Version", "1.0.0");
            builder.setProperty("Private-Package", packageName);
            headers.forEach(builder::setProperty);
            for (String entry : classPath()) {
                builder.addClasspath(new java.io.File(entry));
            }
            builder.addClasspath(classes.toFile());
            try (Jar built = builder.build()) {
                built.write(jar.toFile());
            }
            if (!builder.getErrors().isEmpty()) {
                throw new IllegalStateException("bnd refuses the plugin: " + builder.getErrors());
            }
        }
        return jar;
    }

    /** From this test's own class path. */
    private static List<String> classPath() {
        String[] path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(System.getProperty("path.separator"), -1);
        return Stream.of(path)
                .filter(entry -> entry.contains("org.blockspin.api")
                        || entry.contains("org.blockspin.pipeline")
                        || entry.contains("component.annotations"))
                .toList();
    }
}
