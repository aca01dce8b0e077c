package org.blockspin.pipeline.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.blockspin.api.Report;
import org.blockspin.pipeline.InvalidRunException;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    @TempDir
    private Path folder;

    /** What a report does. */
    @FunctionalInterface
    private interface Maker {
        byte[] make(Path folder) throws IOException;
    }

    private record Made(String fileName, Maker maker) implements Report {
        @Override
        public byte[] make(Path folder) throws IOException {
            return maker.make(folder);
        }
    }

    private static Reports.Installed installed(String name, Maker maker) {
        return new Reports.Installed("org.example.reports", new Made(name, maker));
    }

    private static Reports.Installed good() {
        return installed("good.txt", path -> Files.readAllBytes(path.resolve("run.json")));
    }

    private List<String> notices(Reports.Installed... reports) throws IOException {
        List<String> notices = new ArrayList<>();
        try (RunFolder open = RunFolder.open(folder).orElseThrow()) {
            open.write("run.json", "{}");
            new Reports(List.of(reports)).write(open, notices::add);
        }
        return notices;
    }

    @Test
    void documentsAreMadeFromTheFolder() throws IOException {
        assertThat(notices(good())).isEmpty();
        assertThat(folder.resolve("good.txt")).hasContent("{}");
    }

    @Test
    void reportThatFailsLeavesOneNoticeAndTheOthersAreMade() throws IOException {
        Files.writeString(folder.resolve("bad.txt"), "of an earlier run");
        Reports.Installed bad = installed("bad.txt", path -> {
            throw new IllegalStateException("broken");
        });
        assertThat(notices(bad, good()))
                .containsExactly("a report cannot be made, which is a defect of org.example.reports:"
                        + " java.lang.IllegalStateException: broken");
        assertThat(folder.resolve("good.txt")).exists();
        assertThat(folder.resolve("bad.txt")).as("one of an earlier run").doesNotExist();
    }

    @Test
    void reportThatIsMadeOfWrongClassesLeavesOneNotice() throws IOException {
        assertThat(notices(installed("bad.txt", path -> {
                    throw new NoSuchMethodError("gone");
                })))
                .singleElement()
                .asString()
                .contains("org.example.reports", "gone");
    }

    @Test
    void damagedFileIsTheUsersToMend() throws IOException {
        Files.writeString(folder.resolve("run.json"), "{}");
        Reports reports = new Reports(List.of(installed("report.txt", path -> {
            throw new IOException("results.json is damaged");
        })));
        assertThatThrownBy(() -> reports.writeAnew(folder))
                .isInstanceOf(InvalidRunException.class)
                .hasMessage("report.txt cannot be made: results.json is damaged");
    }

    @Test
    void missingFileIsNamedInWords() {
        Reports reports = new Reports(List.of(installed("report.txt", path -> {
            throw new NoSuchFileException("results.json");
        })));
        assertThatThrownBy(() -> reports.writeAnew(folder))
                .isInstanceOf(InvalidRunException.class)
                .hasMessage("report.txt cannot be made: results.json: no such file or folder");
    }

    @Test
    void defectFailsTheCommand() {
        Reports reports = new Reports(List.of(installed("report.txt", path -> {
            throw new IllegalStateException("broken");
        })));
        assertThatThrownBy(() -> reports.writeAnew(folder))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("defect of org.example.reports");
    }

    @Test
    void folderThatAnotherRunHasOpenIsRefused() throws Exception {
        try (RunFolder open = RunFolder.open(folder).orElseThrow()) {
            assertThatThrownBy(() -> new Reports(List.of(good())).writeAnew(open.root()))
                    .isInstanceOf(InvalidRunException.class)
                    .hasMessageContaining("another run has this folder open");
        }
    }

    @Test
    void filesAreSaid() throws Exception {
        Reports reports = new Reports(
                List.of(installed("a.txt", path -> "a".getBytes(StandardCharsets.UTF_8)), installed("b.txt", path -> "b"
                        .getBytes(StandardCharsets.UTF_8))));
        assertThat(reports.writeAnew(folder)).containsExactly(folder.resolve("a.txt"), folder.resolve("b.txt"));
        assertThat(folder).isDirectoryContaining("glob:**/b.txt").isDirectoryNotContaining("glob:**/.lock");
    }
}
