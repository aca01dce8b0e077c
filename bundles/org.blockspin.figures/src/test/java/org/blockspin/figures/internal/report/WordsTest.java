package org.blockspin.figures.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'lattice': {'kind': 'square', 'size': [16, 32]}, 'keep': false}|square 16×32",
                "{'temperature': 'critical', 'configurations': 20000}|T critical;configurations 20000",
                "{'temperature': [1.5, 2, 2.9000000000000004, 4]}|T 1.5 to 4 (4)",
                "{'temperatures': [1.5, 2]}|temperatures 1.5, 2",
                "{'input': 'first', 'with': ['first', 'second'], 'resolver': {'kind': 'cnn', 'epochs': 3}}|cnn",
                "{'observables': [{'kind': 'energy'}, {'kind': 'histogram'}, {'kind': 'histogram'}]}|energy, histogram",
                "{'kind': 'log-log', 'x': 'L', 'quantities': []}|log-log;x L",
                "{'kind': 'log-log', 'series': [{'step': 'first'}], 'exact': true, 'none': null}|log-log;exact",
                "{'nested': {'a': 1}, 'lists': [[1]]}|nested;lists ...",
                "{}|''"
            })
    void parametersInAFewWords(String parameters, String words) throws Exception {
        Json json = new Json("test", JsonParser.parseString(parameters.replace('\'', '"')));
        Step step = new Step("step", "kind", json, List.of("first", "second"), 1);
        assertThat(String.join(";", Words.of(step))).isEqualTo(words);
    }
}
