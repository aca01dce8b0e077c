package org.blockspin.resolvers.cnn.internal;

import java.util.Optional;

/**
 * What the script that started this process found out about GPUs before TensorFlow was loaded.
 *
 * @param driver whether a driver of NVIDIA is there
 * @param whyNoGpu why TensorFlow should not find a GPU; empty if it should, or if nobody looked
 */
record Expectation(boolean driver, Optional<String> whyNoGpu) {
    /** From the system properties blockspin.nvidia-driver and blockspin.no-gpu. */
    static Expectation ofThisProcess() {
        return new Expectation(
                Boolean.getBoolean("blockspin.nvidia-driver"),
                Optional.ofNullable(System.getProperty("blockspin.no-gpu")));
    }
}
