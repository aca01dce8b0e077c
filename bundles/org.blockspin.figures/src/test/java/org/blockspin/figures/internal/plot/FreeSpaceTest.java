package org.blockspin.figures.internal.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.blockspin.figures.internal.plot.Canvas.Pen;
import org.junit.jupiter.api.Test;

class FreeSpaceTest {
    private static final Box FRAME = new Box(0, 0, 400, 400);

    private static FreeSpace space(double... values) {
        List<Datum> data = IntStream.range(0, values.length)
                .mapToObj(i -> new Datum((double) i / (values.length - 1), values[i], 0))
                .toList();
        List<Mark> marks = List.of(new Line(data, Pen.solid(Line.COLOUR, 1)));
        Axis x = new AxisSpec("", Scale.LINEAR, 0).axis(DoubleStream.of(0, 1), 0, 400);
        Axis y = new AxisSpec("", Scale.LINEAR, 0).axis(DoubleStream.of(0, 1), 400, 0);
        return new FreeSpace(FRAME, marks, x, y);
    }

    @Test
    void boxKeepsItsSizeWhereThereIsRoom() {
        Box box = space(0, 1).takeForLargest(150, 150);
        assertThat(box.width()).isEqualTo(150);
        assertThat(box.left()).isLessThan(50);
        assertThat(box.top()).isLessThan(50);
    }

    /** The diagonal leaves a triangle free, in which 0.8 of the box has room. */
    @Test
    void boxShrinksUntilItHidesNothing() {
        assertThat(space(0, 1).takeForLargest(240, 240).width()).isLessThan(200).isGreaterThan(160);
    }

    @Test
    void boxThatHidesSomethingHoweverSmallKeepsItsSize() {
        assertThat(space(0, 1, 0, 1, 0, 1, 0, 1, 0).takeForLargest(200, 200).width())
                .isEqualTo(200);
    }
}
