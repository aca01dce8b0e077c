package org.blockspin.figures.internal.plot;

/** Where configurations came from, which decides how their results look. */
public enum Origin {
    SIMULATED("simulated"),
    SUPER_RESOLVED("super-resolved"),
    COARSE_GRAINED("coarse-grained");

    private final String label;

    Origin(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The origin of configurations of this depth. */
    public static Origin of(int depth) {
        return depth == 0 ? SIMULATED : depth < 0 ? SUPER_RESOLVED : COARSE_GRAINED;
    }
}
