package org.blockspin.launcher;

/**
 * The JDK's Vector API, an incubating module that a JVM does not have unless it is asked for. Asked on the command line
 * ({@code --add-modules}), it greets every user with a warning; so it is loaded here, for which the script exports a package
 * of the JDK to us.
 */
final class VectorModule {
    /** Name of the module, and of the one package that it exports. */
    static final String NAME = "jdk.incubator.vector";

    private VectorModule() {}

    /** Loads the module; false where there is none, or we may not. */
    static boolean load() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
            return true;
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }
}
