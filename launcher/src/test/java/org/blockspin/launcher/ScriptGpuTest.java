package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How the script chooses TensorFlow's library, with a driver, a linker and a Maven that are made up. */
@DisabledOnOs(OS.WINDOWS)
class ScriptGpuTest extends ScriptTree {
    private static final List<String> CUDA = List.of(
            "libcudart.so.12",
            "libcublas.so.12",
            "libcublasLt.so.12",
            "libcufft.so.11",
            "libcusolver.so.11",
            "libcusparse.so.12",
            "libcudnn.so.9");
    private static final String FETCHING = "blockspin: fetching TensorFlow's library for the GPU (526 MB, once) ...\n";
    private static final String ON_GPU = "BLOCKSPIN_FEATURES=core,tensorflow-core-platform-gpu\n";

    private final Path driver;

    ScriptGpuTest(@TempDir Path folder) throws IOException {
        super(folder);
        driver = this.folder.resolve("driver");
    }

    @BeforeEach
    void makeMachine() throws IOException {
        for (String feature : List.of("tensorflow-core-platform-gpu.json", "cuda-redist.json")) {
            Files.copy(
                    Path.of("../features").resolve(feature),
                    root.resolve("features").resolve(feature));
        }
        markBuilt();
        write(driver, "NVRM version: 1.0\n");
        machine("Linux", "x86_64");
        linkerKnows(CUDA);
        mavenFetches();
    }

    @Test
    void withDriverAndCudaTheLibraryIsFetchedOnceAndUsed() throws IOException {
        Command.Ended ended = run("doctor").run();
        assertThat(ended.err()).isEqualTo(FETCHING);
        assertThat(ended.out())
                .contains(ON_GPU, "TF_DETERMINISTIC_OPS=1\n", "NVIDIA_TF32_OVERRIDE=0\n", "TF_CPP_MIN_LOG_LEVEL=2\n")
                .contains("[-Dblockspin.nvidia-driver=true]")
                .doesNotContain("no-gpu");
        Path feature = root.resolve("features/tensorflow-core-platform-gpu.json");
        assertThat(new Features(root.resolve("launcher/target/repository"), "linux-x86_64").read(List.of(feature)))
                .extracting(Artifact::file)
                .allSatisfy(file -> assertThat(file).hasContent("jar"));
        assertThat(root.resolve("launcher/target/fetching-tensorflow-core-native"))
                .doesNotExist();
        assertThat(run("doctor").run().err()).isEmpty();
        assertThat(mavenCalls())
                .containsExactly("-N dependency:copy"
                        + " -Dartifact=org.tensorflow:tensorflow-core-native:1.1.0:jar:linux-x86_64-gpu");
    }

    @Test
    void withoutADriverNothingIsFetchedOrSaid() throws IOException {
        Command.Ended ended = run("run")
                .with("BLOCKSPIN_NVIDIA_DRIVER", folder.resolve("none").toString())
                .run();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains("[-Dblockspin.no-gpu=no NVIDIA driver is found]")
                .doesNotContain("BLOCKSPIN_FEATURES", "nvidia-driver", "TF_DETERMINISTIC_OPS");
        assertThat(mavenCalls()).isEmpty();
    }

    @Test
    void askedForWithoutADriverTheLibraryIsUsedWithANotice() throws IOException {
        Command.Ended ended = run("run")
                .with("BLOCKSPIN_GPU", "yes")
                .with("BLOCKSPIN_NVIDIA_DRIVER", folder.resolve("none").toString())
                .run();
        assertThat(ended.err()).isEqualTo(FETCHING + "blockspin: TensorFlow uses the CPU: no NVIDIA driver is found\n");
        assertThat(ended.out()).contains(ON_GPU, "TF_CPP_MIN_LOG_LEVEL=3\n");
    }

    @Test
    void toolOfTheDriverCountsWhereThereIsNoFile() throws IOException {
        tool("nvidia-smi", "[ \"$*\" = -L ] && echo 'GPU 0: A card (UUID: GPU-1)'");
        assertThat(run("task").with("BLOCKSPIN_NVIDIA_DRIVER", "").run().out()).contains(ON_GPU);
    }

    @Test
    void missingLibraryIsNamedAndNothingIsFetched() throws IOException {
        linkerKnows(CUDA.subList(0, 6));
        Command.Ended ended = run("run").run();
        String why =
                "libcudnn.so.9 of CUDA 12 and cuDNN 9 is not found" + " (BLOCKSPIN_CUDA=redist fetches them, 2 GB)";
        assertThat(ended.err()).isEqualTo("blockspin: TensorFlow uses the CPU: " + why + "\n");
        assertThat(ended.out())
                .contains("BLOCKSPIN_FEATURES=core,tensorflow-cpu\n")
                .contains("[-Dblockspin.no-gpu=" + why + "] [-Dblockspin.nvidia-driver=true]");
        assertThat(mavenCalls()).isEmpty();
        Path lib = folder.resolve("some lib");
        write(lib.resolve("libcudnn.so.9"), "");
        assertThat(run("run").with("LD_LIBRARY_PATH", "/nowhere:" + lib).run().out())
                .contains(ON_GPU, "LD_LIBRARY_PATH=/nowhere:" + lib + "\n");
    }

    @Test
    void repositoryThatCannotBeReachedLeavesTheCpuAndOneNotice() throws IOException {
        tool("mvn", "echo 'no route to host'; exit 1");
        Command.Ended ended = run("run").run();
        Path log = root.resolve("launcher/target/fetch-tensorflow-core-native.log");
        assertThat(ended.err())
                .isEqualTo(FETCHING + "blockspin: TensorFlow uses the CPU: TensorFlow's library for the GPU cannot be"
                        + " fetched (see " + log + "; BLOCKSPIN_GPU=no does not try)\n");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("BLOCKSPIN_FEATURES=core,tensorflow-cpu\n");
        assertThat(log).hasContent("no route to host\n");
        assertThat(root.resolve("launcher/target/fetching-tensorflow-core-native"))
                .doesNotExist();
        assertThat(root.resolve("launcher/target/repository")).doesNotExist();
    }

    @Test
    void cudaIsFetchedOnceWhenAskedForAndUsedFromThenOn() throws IOException {
        linkerKnows(List.of());
        Command.Ended ended = run("doctor")
                .with("BLOCKSPIN_CUDA", "redist")
                .with("LD_LIBRARY_PATH", "/mine")
                .run();
        assertThat(ended.err())
                .isEqualTo("blockspin: fetching CUDA 12 and cuDNN 9 (2.0 GB, unpacked 2.3 GB, once) ...\n" + FETCHING);
        Path cuda = root.resolve("launcher/target/cuda-12.6-9.5-1.5.11");
        assertThat(cuda.resolve("libcudart.so.12")).exists();
        assertThat(ended.out())
                .contains(ON_GPU, "LD_LIBRARY_PATH=" + cuda + ":/mine\n")
                .doesNotContain("no-gpu");
        Command.Ended again = run("doctor").run();
        assertThat(again.err()).isEmpty();
        assertThat(again.out()).contains(ON_GPU, "LD_LIBRARY_PATH=" + cuda + "\n");
        assertThat(mavenCalls())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("-N dependency:unpack -Dmdep.unpack.includes=**/libcudart.*,")
                .endsWith(" -Dartifact=org.bytedeco:cuda:12.6-9.5-1.5.11:jar:linux-x86_64-redist");
    }

    @Test
    void cudaThatCannotBeFetchedLeavesTheCpuAndOneNotice() throws IOException {
        linkerKnows(List.of());
        tool("mvn", "exit 1");
        Command.Ended ended = run("run").with("BLOCKSPIN_CUDA", "redist").run();
        assertThat(ended.err().lines())
                .containsExactly(
                        "blockspin: fetching CUDA 12 and cuDNN 9 (2.0 GB, unpacked 2.3 GB, once) ...",
                        "blockspin: TensorFlow uses the CPU: CUDA 12 and cuDNN 9 cannot be fetched (see "
                                + root.resolve("launcher/target/fetch-cuda.log") + ")");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("BLOCKSPIN_FEATURES=core,tensorflow-cpu\n");
    }

    @Test
    void systemsCudaIsPreferred() throws IOException {
        assertThat(run("run").with("BLOCKSPIN_CUDA", "redist").run().err()).isEqualTo(FETCHING);
        assertThat(mavenCalls()).hasSize(1);
    }

    @Test
    void commandsWithoutTensorFlowDoNotLook() throws IOException {
        Command.Ended ended = run("list").run();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).doesNotContain("BLOCKSPIN_FEATURES", "no-gpu", "nvidia-driver");
        assertThat(mavenCalls()).isEmpty();
    }

    @Test
    void namedFeaturesDecide() throws IOException {
        Command onCpu =
                run("run").with("BLOCKSPIN_FEATURES", "core,tensorflow-cpu").with("BLOCKSPIN_GPU", "yes");
        assertThat(onCpu.run().out())
                .contains("BLOCKSPIN_FEATURES=core,tensorflow-cpu\n")
                .contains("[-Dblockspin.no-gpu=BLOCKSPIN_FEATURES does not name tensorflow-core-platform-gpu]");
        assertThat(mavenCalls()).isEmpty();
        linkerKnows(List.of());
        String features = "my.json,tensorflow-core-platform-gpu,cuda-redist";
        Command onGpu = run("list").with("BLOCKSPIN_FEATURES", features);
        assertThat(onGpu.run().out()).contains("BLOCKSPIN_FEATURES=" + features + "\n", "LD_LIBRARY_PATH=" + root);
        assertThat(mavenCalls()).hasSize(2);
    }

    @Test
    void namedFeatureThatCannotBeFetchedIsReplaced() throws IOException {
        tool("mvn", "exit 1");
        Command named = run("run").with("BLOCKSPIN_FEATURES", "tensorflow-core-platform-gpu,my.json");
        assertThat(named.run().out()).contains("BLOCKSPIN_FEATURES=tensorflow-cpu,my.json\n");
    }

    @Test
    void otherPlatformsAndTheUsersNoAreRespected() throws IOException {
        assertThat(run("run").with("BLOCKSPIN_GPU", "no").run().out())
                .contains("[-Dblockspin.no-gpu=BLOCKSPIN_GPU=no]");
        machine("Darwin", "arm64");
        Command.Ended quiet = run("run").run();
        assertThat(quiet.err()).isEmpty();
        assertThat(quiet.out()).contains("only for Linux on x86_64]").doesNotContain("BLOCKSPIN_FEATURES");
        assertThat(run("run").with("BLOCKSPIN_GPU", "yes").run().err())
                .isEqualTo("blockspin: TensorFlow uses the CPU: TensorFlow has no library for the GPU of this platform,"
                        + " only for Linux on x86_64\n");
        assertThat(mavenCalls()).isEmpty();
    }

    @Test
    void wrongValueIsRefused() throws IOException {
        Command.Ended ended = run("run").with("BLOCKSPIN_GPU", "maybe").run();
        assertThat(ended.code()).isOne();
        assertThat(ended.err()).isEqualTo("blockspin: BLOCKSPIN_GPU=maybe: expected auto, yes or no\n");
    }

    @Test
    void twoProcessesFetchOnce() throws Exception {
        tool("mvn", "sleep 1; " + fetching());
        Command command = run("run");
        CompletableFuture<Command.Ended> other = CompletableFuture.supplyAsync(command::run);
        Command.Ended one = command.run();
        assertThat(other.join().out()).contains(ON_GPU);
        assertThat(one.out()).contains(ON_GPU);
        assertThat(mavenCalls()).hasSize(1);
    }

    private Command run(String command) throws IOException {
        Path jdk = jdk("25");
        write(jdk.resolve("bin/java"), "#!/bin/sh\nprintf '[%s] ' \"$@\"\necho\nenv\n");
        return script(jdk, command)
                .with("BLOCKSPIN_GPU", "auto")
                .with("BLOCKSPIN_NVIDIA_DRIVER", driver.toString())
                .with("LD_LIBRARY_PATH", "");
    }

    private void machine(String system, String processor) throws IOException {
        tool("uname", "case $1 in -s) echo " + system + " ;; -m) echo " + processor + " ;; esac");
    }

    private void linkerKnows(List<String> libraries) throws IOException {
        StringBuilder lines = new StringBuilder("cat <<'END'\n1 libs found\n");
        libraries.forEach(name -> lines.append("\t")
                .append(name)
                .append(" (libc6,x86-64) => /x/")
                .append(name)
                .append('\n'));
        tool("ldconfig", lines + "END");
    }

    private void mavenFetches() throws IOException {
        tool("mvn", fetching());
    }

    /** A Maven that notes down its goal, and leaves a file where the goal would. */
    private String fetching() {
        return """
                for argument; do
                    case $argument in
                        -DoutputDirectory=*) out=${argument#*=} ;;
                        -B|-ntp|-f|*/pom.xml) ;;
                        *) said="${said:-}${said:+ }$argument" ;;
                    esac
                done
                echo "$said" >>'%s/mvn-calls'
                case $said in
                    *:unpack*) file=org/bytedeco/cuda/linux-x86_64/libcudart.so.12 ;;
                    *) file=tensorflow-core-native-1.1.0-linux-x86_64-gpu.jar ;;
                esac
                mkdir -p "$(dirname "$out/$file")"
                printf jar >"$out/$file"
                """.formatted(folder);
    }

    private List<String> mavenCalls() throws IOException {
        Path calls = folder.resolve("mvn-calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }
}
