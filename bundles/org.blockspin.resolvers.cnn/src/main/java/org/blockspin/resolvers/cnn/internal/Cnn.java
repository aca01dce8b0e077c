package org.blockspin.resolvers.cnn.internal;

import java.util.List;
import java.util.Optional;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Example;
import org.blockspin.api.Kind;
import org.blockspin.api.Max;
import org.blockspin.api.Min;
import org.blockspin.api.Positive;
import org.blockspin.api.SuperResolver;
import org.blockspin.api.Unit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The convolutional network of Efthymiou, Beach and Melko (2019), Sec. II A: every coarse spin becomes 2 (chain) or 2x2
 * (square) equal fine spins, convolutions with periodic padding follow, and a sigmoid yields the probability that a
 * fine spin is up.
 *
 * <p>Spins enter as 0 (down) and 1 (up), the paper's Z_2. Padding is centred: as many sites before as after.
 */
@Component
@Kind(
        name = "cnn",
        description = "A convolutional network that doubles the linear size of configurations.",
        parameters = Cnn.Parameters.class)
public final class Cnn implements SuperResolver<Cnn.Parameters> {
    /** What follows every convolution but the last. */
    public enum Activation {
        RELU,
        LEAKY_RELU,
        ELU,
        TANH,
        SIGMOID,
        SOFTPLUS
    }

    /** How the learning rate changes from epoch to epoch. */
    public enum Schedule {
        /** Not at all. */
        CONSTANT,
        /** Half a cosine, from the full rate towards zero. */
        COSINE
    }

    /** What a training step evaluates. */
    public enum Training {
        /** Every distinct window of the batch once, weighted with how often it occurs: the same loss, much faster. */
        DISTINCT_WINDOWS,
        /** Every site of every configuration. */
        WHOLE_LATTICES
    }

    /** Where TensorFlow computes. */
    public enum Device {
        /** On the GPU where there is one that works, else on the CPU. */
        AUTO,
        CPU,
        /** On the GPU; where there is none that works, training fails. */
        GPU
    }

    /**
     * The network and how it is trained. The defaults are the authors' own settings.
     *
     * @param filters channels of the hidden layers; the output layer has one more, of one channel
     * @param kernels linear sizes of the kernels, odd, one more than {@code filters}
     * @param activation of the hidden layers
     * @param batchSize configurations a training step
     * @param learningRate of Adam, at the start
     * @param schedule of the learning rate
     * @param epochs at most this many passes over the training configurations
     * @param validationFraction how many of the configurations, the last ones, are only validated on
     * @param earlyStopping epochs without a better validation loss after which training ends
     * @param training what a step evaluates
     * @param lbfgsIterations at most this many iterations of a full-batch optimizer after the epochs; with early
     *     stopping they begin with the best weights and stop in the same way
     * @param energyRegularizer weight gamma, in nats a fine site by the square of J a site, of the mean over configurations
     *     of (e(sigma) - e(p))^2 in the loss, see {@link EnergyRegularizer}; validation losses have it, too
     * @param symmetrized whether the network is made symmetric under flips of all spins: p(s) becomes
     *     (p(s) + 1 - p(-s)) / 2
     * @param tensorboard whether a trained network leaves an event file for TensorBoard, see {@link EventFile}
     * @param device where TensorFlow computes
     */
    public record Parameters(
            @Description("channels of every hidden layer") @Positive @Max(4096) @Default("[64, 32]")
            List<Integer> filters,

            @Description("odd linear sizes of the kernels, the output layer's last")
            @Unit("cells")
            @Positive
            @Max(63)
            @Default("[5, 1, 3]")
            List<Integer> kernels,

            @Description("activation of the hidden layers") @Default("relu")
            Activation activation,

            @Description("how many pairs a training step takes") @Unit("configurations") @Positive @Default("1000")
            int batchSize,

            @Description("learning rate of Adam at the start") @Positive @Default("0.001")
            double learningRate,

            @Description("how the learning rate changes") @Default("constant")
            Schedule schedule,

            @Description("greatest number of passes over the training configurations")
            @Unit("epochs")
            @Positive
            @Default("100")
            int epochs,

            @Description("fraction of the configurations kept for validation, less than 1")
            @Min(0)
            @Max(1)
            @Default("0.1")
            double validationFraction,

            @Description(
                    "epochs without a better validation loss after which training stops and the best weights return")
            @Unit("epochs")
            @Example("20")
            @Positive
            Optional<Integer> earlyStopping,

            @Description("what a training step evaluates; the loss is the same") @Default("distinct-windows")
            Training training,

            @Description("greatest number of iterations, after the epochs, of L-BFGS on the loss of all training "
                    + "configurations; 0 for none")
            @Min(0)
            @Max(1_000_000)
            @Default("0")
            int lbfgsIterations,

            @Description(
                    "weight gamma in the loss a site of the mean squared difference between the energy a site of a target"
                            + " and of the probabilities predicted for it; 0 for none")
            @Unit("1/J^2")
            @Min(0)
            @Example("1")
            @Default("0")
            double energyRegularizer,

            @Description("average the probability of up with that of down for the flipped input, in training and after")
            @Default("false")
            boolean symmetrized,

            @Description("leave an event file for TensorBoard beside each trained network") @Default("false")
            boolean tensorboard,

            @Description("where TensorFlow computes; auto is the GPU where there is one that works") @Default("auto")
            Device device) {}

    private final Devices devices;

    /** @param devices what TensorFlow can compute on here */
    @Activate
    public Cnn(@Reference Devices devices) {
        this.devices = devices;
    }

    @Override
    public Trainer create(Parameters parameters, Task task) {
        Requirements.check(parameters, task);
        return new CnnTrainer(parameters, task.model(), task.coarse().dimensions(), devices);
    }
}
