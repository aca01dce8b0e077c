package org.blockspin.figures.internal.plot;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What one panel shows.
 *
 * @param title what tells it from other panels, above the frame beside its letter
 * @param remark a small remark above the frame, on the right
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param marks what is drawn, the later above the earlier
 * @param notes lines of text in a corner that the marks leave free
 * @param inset a small panel in another free corner
 * @param otherwise what is written where there is nothing to draw
 */
public record Plot(
        String title,
        String remark,
        AxisSpec x,
        AxisSpec y,
        List<Mark> marks,
        List<String> notes,
        Optional<Plot> inset,
        String otherwise) {
    public Plot {
        marks = List.copyOf(marks);
        notes = List.copyOf(notes);
    }

    boolean isEmpty() {
        return marks.stream().allMatch(mark -> mark.data().isEmpty());
    }

    DoubleStream xs() {
        return marks.stream().flatMapToDouble(Mark::xs);
    }

    DoubleStream ys() {
        return marks.stream().flatMapToDouble(Mark::ys);
    }
}
