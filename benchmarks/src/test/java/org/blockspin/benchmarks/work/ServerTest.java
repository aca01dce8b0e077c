package org.blockspin.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ServerTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private Server server(String input) {
        return new Server(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void answersWhenTheTimeIsOver() {
        Server server = server("0\n0.001\n");
        server.ready(Map.of("energy", -1.5, "bits", 3.0));
        server.done(7);
        assertThatThrownBy(() -> {
                    while (true) {
                        server.done(1);
                    }
                })
                .isInstanceOf(Server.EndOfInputException.class);

        assertThat(lines().get(0)).isEqualTo("ready bits=3.0 energy=-1.5");
        assertThat(lines().get(1)).startsWith("7.0 ");
        double seconds = Double.parseDouble(lines().get(2).split(" ", -1)[1]);
        assertThat(seconds).isGreaterThanOrEqualTo(0.001);
        assertThat(lines()).hasSize(3);
    }

    @Test
    void saysWhatIsNotThere() {
        server("").absent("no vector kernels");

        assertThat(lines()).containsExactly("absent no vector kernels");
    }
}
