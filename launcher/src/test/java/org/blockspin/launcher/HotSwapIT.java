package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.blockspin.plugins.PluginFolder;
import org.blockspin.plugins.Revision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real jars come and go in the folder of plugins of a workbench that runs pipelines. */
class HotSwapIT {
    @TempDir
    private Path folder;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private Path plugins = Path.of("");
    private Optional<SteadyPlugin> steady = Optional.empty();
    private Optional<InProcess> workbench = Optional.empty();

    @BeforeEach
    void folders() throws Exception {
        plugins = Files.createDirectories(folder.resolve("plugins"));
        steady = Optional.of(new SteadyPlugin(folder.resolve("work")));
    }

    @AfterEach
    void stop() {
        workbench.ifPresent(InProcess::close);
    }

    /** Starts with what is in the folder and follows it. */
    private void start() {
        workbench = Optional.of(new InProcess(plugins, Duration.ofSeconds(5)));
        service().follow(heard::add);
    }

    private PluginFolder service() {
        return workbench.orElseThrow().service(PluginFolder.class);
    }

    private SteadyPlugin plugin() {
        return steady.orElseThrow();
    }

    /** Runs the pipeline to its end; the run folder. */
    private Path run(String name, String... more) throws Exception {
        Path out = folder.resolve(name);
        assertThat(command(name, more).get(1, TimeUnit.MINUTES)).isZero();
        return out;
    }

    private CompletableFuture<Integer> command(String name, String... more) throws Exception {
        String pipeline = SteadyPlugin.pipeline(folder).toString();
        List<String> arguments = new CopyOnWriteArrayList<>(List.of(
                "run",
                pipeline,
                "--quiet",
                "--threads",
                "2",
                "--out",
                folder.resolve(name).toString()));
        arguments.addAll(List.of(more));
        return CompletableFuture.supplyAsync(() -> workbench.orElseThrow().execute(arguments.toArray(String[]::new)));
    }

    /** A run that hangs in the measuring until {@link #go}. */
    private CompletableFuture<Integer> waitingRun(String name) throws Exception {
        Path gate = Files.createDirectories(folder.resolve("gate-" + name));
        CompletableFuture<Integer> ended = command(
                name,
                "--set",
                "steps.measured.observe.observables=[{\"kind\": \"steady\", \"gate\": \"" + gate + "\"}, \"energy\"]");
        until(() -> Files.exists(gate.resolve("begun")));
        return ended;
    }

    private void go(String name) throws Exception {
        Files.writeString(folder.resolve("gate-" + name).resolve("go"), "");
    }

    static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private void untilHeard(String part) throws InterruptedException {
        until(() -> heard.stream().anyMatch(sentence -> sentence.contains(part)));
    }

    private static double steady(Path run) throws Exception {
        return Double.parseDouble(ResultRows.of(run).only("quantity", "steady").get("value"));
    }

    @Test
    void runEndsWithTheRevisionThatItBeganWithAndTheNextGetsTheNewOne() throws Exception {
        Path first = plugin().jar(1);
        Path second = plugin().jar(2);
        SteadyPlugin.drop(first, plugins);
        start();
        CompletableFuture<Integer> running = waitingRun("old");
        SteadyPlugin.drop(second, plugins);
        untilHeard("instead of org.example.steady 1.0.0, which runs that began with it end with");
        assertThat(steady(run("new"))).isEqualTo(2);
        assertThat(states()).containsExactlyInAnyOrder(Revision.State.DRAINING, Revision.State.SERVING);
        go("old");
        assertThat(running.get(1, TimeUnit.MINUTES)).isZero();
        assertThat(steady(folder.resolve("old"))).isEqualTo(1);
        until(() -> service().list().size() == 1);
        assertThat(states()).containsExactly(Revision.State.SERVING);
        assertThat(record("old")).contains(Sha256.of(first)).doesNotContain(Sha256.of(second));
        assertThat(record("new")).contains(Sha256.of(second)).doesNotContain(Sha256.of(first));
    }

    private List<Revision.State> states() {
        return service().list().stream().map(Revision::state).toList();
    }

    private String record(String run) throws Exception {
        return Files.readString(folder.resolve(run).resolve("run.json"));
    }

    @Test
    void jarsAreTakenUpAndLetGoWhileTheWorkbenchRuns() throws Exception {
        start();
        assertThat(command("absent").get(1, TimeUnit.MINUTES)).isEqualTo(2);
        Path dropped = SteadyPlugin.drop(plugin().jar(3), plugins);
        untilHeard("org.example.steady 1.0.0 of org.example.steady.jar serves new runs: observable \"steady\"");
        assertThat(steady(run("present"))).isEqualTo(3);
        Files.delete(dropped);
        untilHeard("org.example.steady 1.0.0 is gone");
        assertThat(command("gone").get(1, TimeUnit.MINUTES)).isEqualTo(2);
        until(() -> service().list().isEmpty());
    }

    @Test
    void revisionsThatCannotServeLeaveTheOldOneServingAndSayWhy() throws Exception {
        SteadyPlugin.drop(plugin().jar(1), plugins);
        start();
        refused(
                plugin().withMembers("public Steady() { throw new IllegalStateException(\"no licence\"); }"),
                "org.example.steady 1.0.0 cannot be used: its observable \"steady\" cannot be created:"
                        + " it threw IllegalStateException: no licence; org.example.steady 1.0.0 goes on serving");
        refused(
                plugin().jar("", "", "", Map.of("Import-Package", "org.blockspin.api;version=\"[9,10)\",*")),
                "needs package org.blockspin.api in [9,10), but bundles export only 1.5: it was made for a newer"
                        + " Blockspin; org.example.steady 1.0.0 goes on serving");
        refused(
                plugin().jar("", "", "", Map.of("Import-Package", "org.foo,*")),
                "org.example.steady 1.0.0 does not resolve: needs package org.foo, which no bundle exports;"
                        + " org.example.steady 1.0.0 goes on serving");
        refused(
                plugin().jar(
                                "(immediate = true)",
                                "@Activate public Steady() { await(\"" + folder + "\"); }",
                                "",
                                Map.of()),
                "org.example.steady 1.0.0 does not start: its activator has not returned for 5.0 s;"
                        + " org.example.steady 1.0.0 goes on serving");
        Files.writeString(plugins.resolve("org.example.steady.jar"), "half a jar");
        untilHeard("org.example.steady.jar is not a bundle: it cannot be read as a jar;"
                + " org.example.steady 1.0.0 goes on serving");
        assertThat(steady(run("from-a-copy"))).isEqualTo(1);
        SteadyPlugin.drop(plugin().jar(5), plugins);
        untilHeard("serves new runs");
        assertThat(steady(run("recovered"))).isEqualTo(5);
    }

    private void refused(Path jar, String sentence) throws Exception {
        SteadyPlugin.drop(jar, plugins);
        untilHeard(sentence);
        assertThat(steady(run("run-" + heard.size()))).isEqualTo(1);
    }

    @Test
    void whoeverUsesAPackageOfAReplacedBundleIsStartedAnewAndThatIsSaidBefore() throws Exception {
        Files.copy(library(1, "first"), plugins.resolve("library.jar"));
        SteadyPlugin.drop(
                plugin().jar("", """
                        static double value() {
                            try {
                                return (double) Class.forName("org.example.library.Value").getMethod("value").invoke(null);
                            } catch (ReflectiveOperationException e) {
                                throw new IllegalStateException(e);
                            }
                        }
                        """, "rows[c][0] = value();", Map.of("Import-Package", "org.example.library,*")),
                plugins);
        start();
        assertThat(steady(run("first"))).isEqualTo(1);
        Path second = library(2, "second");
        assertThat(service().verify(second).restarted()).containsExactly("org.example.steady 1.0.0");
        Files.copy(second, plugins.resolve("library.jar"), StandardCopyOption.REPLACE_EXISTING);
        untilHeard("started anew, for they use packages of org.example.library 1.0.0: org.example.steady 1.0.0");
        until(() -> service().list().size() == 2);
        // The bundle is started anew by a thread of the framework.
        until(() -> value("second-" + System.nanoTime()) == 2);
    }

    private double value(String name) {
        try {
            return command(name).get(1, TimeUnit.MINUTES) == 0 ? steady(folder.resolve(name)) : 0;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Path library(int value, String name) throws Exception {
        Path work = Files.createDirectories(folder.resolve("work").resolve(name));
        String source = "package org.example.library; public class Value { public static double value() { return "
                + value + "; } }";
        return PluginJar.write(
                "org.example.library",
                "Value",
                source,
                Map.of("Export-Package", "org.example.library;version=1." + value),
                work,
                work.resolve("library.jar"));
    }
}
