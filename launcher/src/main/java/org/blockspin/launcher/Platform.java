package org.blockspin.launcher;

import java.util.Locale;

/** The names of operating system and processor as TensorFlow's natives spell them, for instance linux-x86_64. */
final class Platform {
    private Platform() {}

    /** The platform this JVM runs on. */
    static String current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /** The platform with these values of the system properties os.name and os.arch. */
    static String of(String osName, String osArch) {
        return system(osName.toLowerCase(Locale.ROOT)) + "-" + processor(osArch.toLowerCase(Locale.ROOT));
    }

    private static String system(String name) {
        if (name.startsWith("mac")) {
            return "macosx";
        }
        return name.startsWith("windows") ? "windows" : name;
    }

    private static String processor(String name) {
        return switch (name) {
            case "amd64", "x86-64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> name;
        };
    }
}
