package org.blockspin.console.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.blockspin.console.internal.TextTable.Align;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private final TextTable table = new TextTable()
            .column("name", Align.LEFT)
            .column("nothing", Align.LEFT)
            .column("x", Align.RIGHT);

    @Test
    void columnsAreAlignedAndThoseWithoutContentLeftOut() {
        table.line(List.of("a", "", "-1.25"));
        table.line(List.of("longer", "", "3"));
        assertThat(table.lines()).containsExactly("name        x", "a       -1.25", "longer      3");
    }

    @Test
    void linesDoNotEndWithBlanks() {
        table.line(List.of("a", "b", ""));
        assertThat(table.lines()).containsExactly("name  nothing", "a     b");
    }

    @Test
    void lineOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> table.line(List.of("a"))).isInstanceOf(IllegalArgumentException.class);
    }
}
