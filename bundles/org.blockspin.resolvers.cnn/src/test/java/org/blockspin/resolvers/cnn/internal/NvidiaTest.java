package org.blockspin.resolvers.cnn.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NvidiaTest {
    @TempDir
    private Path folder;

    @Test
    void cardsDriverAndLoadedLibrariesAreNamed() throws IOException {
        write("nvidia/version", """
                NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  560.35.03  Release Build  (builder@host)
                GCC version:  gcc version 12.3.0 (Ubuntu 12.3.0-1ubuntu1~22.04)
                """);
        card("0000:01:00.0", "NVIDIA H100 80GB HBM3");
        card("0000:02:00.0", "NVIDIA H100 80GB HBM3");
        card("0000:03:00.0", "NVIDIA T400 4GB");
        write("maps", """
                7f00-7f01 r-xp 00000000 08:01 1    /opt/cuda 12/lib/libcudart.so.12.4.127
                7f01-7f02 r--p 00000000 08:01 1    /opt/cuda 12/lib/libcudart.so.12.4.127
                7f02-7f03 r-xp 00000000 08:01 2    /opt/cuda 12/lib/libcudnn_ops.so.9.3.0
                7f03-7f04 r-xp 00000000 08:01 3    /opt/cuda 12/lib/libcudnn.so.9.3.0
                7f04-7f05 rw-p 00000000 00:00 0
                """);
        assertThat(description())
                .isEqualTo("2 x NVIDIA H100 80GB HBM3, NVIDIA T400 4GB, driver 560.35.03,"
                        + " /opt/cuda 12/lib/libcudart.so.12.4.127, /opt/cuda 12/lib/libcudnn.so.9.3.0");
    }

    @Test
    void driverWithoutASeriesNumberIsRead() throws IOException {
        write(
                "nvidia/version",
                "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.15  Tue Mar  5 22:23:56 UTC 2024\n");
        assertThat(description()).isEqualTo("driver 550.54.15");
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        assertThat(description()).isEqualTo("card and driver are not known");
    }

    private String description() {
        return new Nvidia(folder.resolve("nvidia"), folder.resolve("maps")).description();
    }

    private void card(String place, String model) throws IOException {
        write("nvidia/gpus/" + place + "/information", "Model: \t\t " + model + "\nIRQ:   \t\t 24\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
        Files.writeString(file, text);
    }
}
