package org.blockspin.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A service with which a bundle does the same small work on every device that it can use, for {@code doctor --gpu}. */
@ConsumerType
public interface DeviceBenchmark {
    /**
     * How fast a device did one sort of work.
     *
     * @param work what is counted, in the plural
     * @param perSecond how many of them were done a second
     */
    record Rate(String work, double perSecond) {}

    /**
     * What one device did.
     *
     * @param device its name, for instance CPU or GPU:0
     * @param rates the same sorts of work for every device, in the same order
     * @param loss what the training came to: on all devices the same but for rounding
     */
    record Measurement(String device, List<Rate> rates, double loss) {
        public Measurement {
            rates = List.copyOf(rates);
        }
    }

    /**
     * What was found.
     *
     * @param gpu which GPU is used, or why none is; unhealthy where one should be
     * @param measurements one a device, the CPU first
     */
    record Comparison(Diagnostic.Finding gpu, List<Measurement> measurements) {
        public Comparison {
            measurements = List.copyOf(measurements);
        }
    }

    /** What computes, in a word or two. */
    String subject();

    /**
     * Does the work; takes seconds a device, and loads natives.
     *
     * @throws IllegalStateException if a device fails at it, or there is none
     */
    Comparison compare();
}
