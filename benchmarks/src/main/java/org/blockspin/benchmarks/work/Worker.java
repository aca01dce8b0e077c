package org.blockspin.benchmarks.work;

import java.nio.file.Path;

/**
 * One kind of work in a process of its own, see {@link Server}. Arguments: {@code plain} or {@code vector}, the kernels
 * of the samplers that are to be timed; the kind of work; and what its class takes.
 */
public final class Worker {
    private Worker() {}

    /** Works until its input ends. */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server(System.in, System.out);
        boolean vector = arguments[0].equals("vector");
        if (vector != SamplerKinds.haveVectors()) {
            server.absent(vector ? "no vector kernels" : "no plain kernels where there are vector kernels");
            return;
        }
        try {
            work(arguments).run(server);
        } catch (Server.EndOfInputException e) {
            // All that was asked for is done.
        }
    }

    private static Work work(String[] arguments) {
        return switch (arguments[1]) {
            case "sample" -> new SamplingWork(arguments[2], number(arguments[3]), arguments[4]);
            case "flip" -> new FlippingWork(arguments[2].equals("chain"), number(arguments[3]));
            case "resolve" -> new ResolvingWork(arguments[2], Path.of(arguments[3]), number(arguments[4]));
            case "measure" -> new MeasuringWork(arguments[2], number(arguments[3]));
            case "step" -> new StepWork(arguments[2], number(arguments[3]));
            case "train" ->
                new TrainingWork(arguments[2], number(arguments[3]), number(arguments[4]), number(arguments[5]));
            case "save" -> new SavingWork(Path.of(arguments[2]), number(arguments[3]));
            default -> throw new IllegalArgumentException("unknown work \"" + arguments[1] + "\"");
        };
    }

    private static int number(String argument) {
        return Integer.parseInt(argument);
    }
}
