package org.blockspin.pipeline.internal.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.blockspin.api.Ensemble;
import org.blockspin.pipeline.InvalidEnsembleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnsembleFileTest {
    @TempDir
    private Path folder;

    /** Bytes of one made-up configuration: 70 sites in two planes. */
    private static final int EACH = 2 * 9;

    @ParameterizedTest
    @ValueSource(ints = {1, 100 * EACH, 513 * EACH, 1 << 20})
    void readsWhatWasWritten(int mostBytes) throws Exception {
        EnsembleHeader header = MadeUp.header(1100);
        AtomicLong next = new AtomicLong();
        for (Part part : MadeUp.write(folder, header, mostBytes)) {
            try (EnsembleFile file = EnsembleFile.open(folder.resolve(part.fileName()))) {
                assertThat(file.header()).isEqualTo(header);
                assertThat(file.first()).isEqualTo(next.get());
                assertThat(file.count()).isEqualTo(part.count());
                file.read((packed, count) -> {
                    for (int c = 0; c < count; c++) {
                        requireStates(packed, c, next.getAndIncrement());
                    }
                });
            }
        }
        assertThat(next).hasValue(1100);
    }

    private static void requireStates(byte[] packed, int configuration, long number) {
        for (int site = 0; site < 70; site++) {
            int low = packed[configuration * EACH + site / 8] >> site % 8 & 1;
            int high = packed[configuration * EACH + 9 + site / 8] >> site % 8 & 1;
            if (low + 2 * high != MadeUp.state(number, site)) {
                throw new AssertionError("configuration " + number + ", site " + site);
            }
        }
    }

    @Test
    void attributesSayWhatTheConfigurationsAre() throws IOException {
        MadeUp.write(folder, MadeUp.header(1100), 512 * EACH);
        try (HdfFile file = new HdfFile(folder.resolve("part-00001.h5"))) {
            assertThat(file.getAttribute("format").getData()).isEqualTo(1);
            assertThat(file.getAttribute("size").getData()).isEqualTo(new int[] {5, 7});
            assertThat(file.getAttribute("temperature").getData()).isEqualTo(1.25);
            assertThat(file.getAttribute("member").getData()).isEqualTo("repeat=1");
            assertThat(file.getAttribute("seed").getData()).isEqualTo(-9L);
            assertThat(file.getAttribute("first").getData()).isEqualTo(512L);
            assertThat(file.getAttribute("count").getData()).isEqualTo(512);
            assertThat(file.getAttribute("total").getData()).isEqualTo(1100L);
            Dataset configurations = file.getDatasetByPath("configurations");
            assertThat(configurations.getDimensions()).containsExactly(512, 2, 9);
            assertThat(configurations.getDataType().getSize()).isEqualTo(1);
        }
    }

    @Test
    void temperatureMayBeAbsent() throws Exception {
        EnsembleHeader with = MadeUp.header(3);
        EnsembleHeader without = new EnsembleHeader(
                with.step(),
                "",
                with.lattice(),
                with.size(),
                with.basis(),
                with.model(),
                with.states(),
                with.planes(),
                OptionalDouble.empty(),
                with.depth(),
                with.root(),
                with.seed(),
                with.total());
        MadeUp.write(folder, without, 1 << 20);
        try (EnsembleFile file = EnsembleFile.open(folder.resolve("part-00000.h5"))) {
            assertThat(file.header()).isEqualTo(without);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 64", "511, 256", "512, 512", "1500, 1024", "2000000, 65536"})
    void partsAreWholeBlocksOrDivideThem(int configurationsThatFit, int expected) {
        EnsembleHeader header = MadeUp.header(70_000);
        List<Part> parts = Part.of(header, (long) configurationsThatFit * EACH);
        long next = 0;
        for (Part part : parts) {
            assertThat(part.first()).isEqualTo(next);
            assertThat(part.count()).isLessThanOrEqualTo(expected);
            next += part.count();
        }
        assertThat(parts.get(0).count()).isEqualTo(expected);
        assertThat(next).isEqualTo(70_000);
    }

    @Test
    void filesAreBounded() throws IOException {
        EnsembleHeader header = MadeUp.header(5000);
        int most = Ensemble.BLOCK * EACH;
        assertThat(MadeUp.write(folder, header, most)).hasSize(10);
        for (Part part : Part.of(header, most)) {
            assertThat(Files.size(folder.resolve(part.fileName()))).isLessThan(most + 4096);
        }
    }

    @Test
    void sameConfigurationsGiveTheSameBytes() throws Exception {
        MadeUp.write(folder, MadeUp.header(700), 1 << 20);
        Path again = Files.createDirectory(folder.resolve("again"));
        // HDF5 knows times of change in seconds: they must not be written.
        Thread.sleep(1100);
        MadeUp.write(again, MadeUp.header(700), 1 << 20);
        assertThat(again.resolve("part-00000.h5")).hasSameBinaryContentAs(folder.resolve("part-00000.h5"));
    }

    /** Files that an earlier version wrote must stay readable. */
    @Test
    void fileOfFormatOneIsRead() throws Exception {
        Path file = Path.of(Optional.ofNullable(getClass().getResource("/kept/format-1.h5"))
                .orElseThrow()
                .toURI());
        try (EnsembleFile old = EnsembleFile.open(file)) {
            assertThat(old.header()).isEqualTo(MadeUp.header(40));
            old.read((packed, count) -> {
                assertThat(count).isEqualTo(40);
                for (int c = 0; c < count; c++) {
                    requireStates(packed, c, c);
                }
            });
        }
    }

    @Test
    void placeThatCannotBeWrittenIsAnIoException() {
        assertThatThrownBy(() -> MadeUp.write(folder.resolve("missing"), MadeUp.header(1), 1 << 20))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("part-00000.h5");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 100, 600, 1200})
    void truncatedFileIsDamaged(int bytes) throws IOException {
        MadeUp.write(folder, MadeUp.header(700), 1 << 20);
        Path whole = folder.resolve("part-00000.h5");
        byte[] content = Files.readAllBytes(whole);
        assertThat(content.length).isGreaterThan(1200);
        Files.write(whole, java.util.Arrays.copyOf(content, bytes));
        assertThatThrownBy(() -> {
                    try (EnsembleFile file = EnsembleFile.open(whole)) {
                        file.read((packed, count) -> {});
                    }
                })
                .isInstanceOf(InvalidEnsembleException.class)
                .hasMessageContaining(whole.toString());
    }
}
