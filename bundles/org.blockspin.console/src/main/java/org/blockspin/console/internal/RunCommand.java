package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.blockspin.api.Result;
import org.blockspin.pipeline.Plan;
import org.blockspin.pipeline.RunListener;
import org.blockspin.pipeline.RunOptions;
import org.blockspin.pipeline.Workbench;
import picocli.CommandLine;

/** {@code run}: runs a pipeline and leaves a run folder. */
@CommandLine.Command(
        name = "run",
        description = "Runs a pipeline and leaves a run folder.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    static final String SET = "replaces a value of the pipeline, as in steps.seeds.sample.configurations=1000; "
            + "may be given several times";

    /** How long an interrupt waits for the run to note it down. */
    private static final long PATIENCE_MILLISECONDS = 600;

    private final Workbench workbench;
    private final Pipelines pipelines;
    private final PrintWriter err;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Parameters(index = "0", paramLabel = "PIPELINE", description = "a file, or the name of a shipped one")
    private String pipeline = "";

    @CommandLine.Option(names = "--set", paramLabel = "PATH=VALUE", description = SET)
    private List<String> settings = List.of();

    @CommandLine.Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "the run folder (default: runs/NAME); what an earlier run did there is not done again")
    private Optional<Path> out = Optional.empty();

    @CommandLine.Option(
            names = "--threads",
            paramLabel = "N",
            description = "worker threads (default: one a processor); results do not depend on it")
    private int threads = Runtime.getRuntime().availableProcessors();

    @CommandLine.Option(
            names = "--watch",
            paramLabel = "QUANTITY",
            description = "shows the running estimate of a quantity, as in abs_m, while it is measured")
    private Optional<String> watched = Optional.empty();

    @CommandLine.Option(
            names = "--executor",
            paramLabel = "NAME",
            description = "what has the tasks done (default: local, threads of this process)")
    private String executor = RunOptions.LOCAL;

    @CommandLine.Option(names = "--quiet", description = "no progress, only the results")
    private boolean quiet;

    RunCommand(Workbench workbench, Pipelines pipelines, PrintWriter err) {
        this.workbench = workbench;
        this.pipelines = pipelines;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        requireThreads(threads);
        if (out.filter(folder -> folder.toString().isBlank()).isPresent()) {
            throw new InvalidArgumentException("--out: expected the name of a folder, found \"\"");
        }
        Plan plan = workbench.plan(pipelines.find(pipeline, settings));
        Path folder = out.orElseGet(() -> defaultFolder(plan.name()));
        AtomicBoolean cancelled = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        Thread onInterrupt = new Thread(() -> cancel(cancelled, ended), "cancel");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            RunListener listener = quiet ? new Silent() : new ProgressPrinter(err, onTerminal(), System::nanoTime);
            List<Result> results =
                    workbench.run(plan, new RunOptions(folder, threads, executor, watched), listener, cancelled::get);
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
            ResultPrinter.print(results, folder, spec.commandLine().getOut());
            return 0;
        } catch (CancellationException e) {
            err.println("blockspin: cancelled; " + folder + " is incomplete, run again to go on");
            return Console.CANCELLED;
        } finally {
            ended.countDown();
        }
    }

    static void requireThreads(int threads) throws InvalidArgumentException {
        if (threads < 1) {
            throw new InvalidArgumentException("--threads: expected an integer of at least 1, found " + threads);
        }
    }

    /** Runs in a shutdown hook: the process ends with 130 when it returns, whatever the run does. */
    private void cancel(AtomicBoolean cancelled, CountDownLatch ended) {
        cancelled.set(true);
        try {
            if (!ended.await(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                err.println("blockspin: cancelled while a unit of work was under way; it is dropped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean onTerminal() {
        return Boolean.getBoolean("blockspin.terminal");
    }

    /**
     * {@code runs/NAME}, or the first of {@code runs/NAME-2}, ... that does not exist or holds a run that was cut off:
     * that one is gone on with.
     */
    private Path defaultFolder(String name) {
        Path folder = Path.of("runs", name);
        for (int i = 2; Files.exists(folder); i++) {
            Optional<String> status = workbench.status(folder);
            if (status.isPresent() && !status.get().equals("done")) {
                err.println("going on with " + folder + ", which is incomplete");
                return folder;
            }
            folder = Path.of("runs", name + "-" + i);
        }
        return folder;
    }

    private static final class Silent implements RunListener {
        @Override
        public void stepStarted(String step, String activity, long units) {}

        @Override
        public void stepProgress(String step, double unitsDone) {}

        @Override
        public void stepFinished(String step) {}

        @Override
        public void notice(String message) {}
    }
}
