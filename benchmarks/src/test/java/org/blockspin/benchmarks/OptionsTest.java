package org.blockspin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OptionsTest {
    private static final List<String> NAMES = List.of("sampling", PipelinesComparison.NAME);

    @Test
    void longComparisonsRunOnlyWhereTheyAreAskedFor() throws InvalidOptionException {
        Options all = Options.parse(new String[] {}, NAMES);
        Options one = Options.parse(new String[] {"--only", "pipelines"}, NAMES);

        assertThat(all.chooses(new SamplingComparison())).isTrue();
        assertThat(all.chooses(new PipelinesComparison())).isFalse();
        assertThat(all.chooses(new ThreadsComparison())).isFalse();
        assertThat(one.chooses(new PipelinesComparison())).isTrue();
        assertThat(one.chooses(new ThreadsComparison())).isFalse();
        assertThat(one.chooses(new SamplingComparison())).isFalse();
    }

    @Test
    void smokeTestsWriteOnlyWhereTheyAreTold() throws InvalidOptionException {
        assertThat(Options.parse(new String[] {}, NAMES).writes()).isTrue();
        assertThat(Options.parse(new String[] {"--quick"}, NAMES).writes()).isFalse();
        Options told = Options.parse(new String[] {"--out", "here.md", "--quick"}, NAMES);
        assertThat(told.writes()).isTrue();
        assertThat(told.out()).contains(Path.of("here.md"));
    }

    @Test
    void mistakesAreOneSentence() {
        assertMistake("expected --only NAME, --quick, --out FILE or --help, found \"--fast\"", "--fast");
        assertMistake("--only: expected one of sampling, pipelines, found \"all\"", "--only", "all");
        assertMistake("--only: expected one of sampling, pipelines, found nothing", "--quick", "--only");
        assertMistake("--out: expected a file, found nothing", "--out", "");
    }

    private static void assertMistake(String message, String... arguments) {
        assertThatThrownBy(() -> Options.parse(arguments, NAMES))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage(message);
    }
}
