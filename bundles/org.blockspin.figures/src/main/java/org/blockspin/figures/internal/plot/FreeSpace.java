package org.blockspin.figures.internal.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/** Knows which corners of a panel its marks leave free. Not thread-safe. */
final class FreeSpace {
    private static final int SAMPLES = 24;
    private static final double GAP = 12;
    private static final double[] SIZES = {1, 0.9, 0.8, 0.7};

    private final Box frame;
    private final List<double[]> occupied = new ArrayList<>();
    private final List<Box> taken = new ArrayList<>();

    FreeSpace(Box frame, List<Mark> marks, Axis x, Axis y) {
        this.frame = frame;
        for (Mark mark : marks) {
            List<Datum> data = mark.data();
            for (int i = 0; i < data.size(); i++) {
                for (double height : new double[] {
                    data.get(i).y(), data.get(i).end(1), data.get(i).end(-1)
                }) {
                    occupied.add(new double[] {x.at(data.get(i).x()), y.at(height)});
                }
                if (i > 0) {
                    between(data.get(i - 1), data.get(i), x, y);
                }
            }
        }
    }

    private void between(Datum a, Datum b, Axis x, Axis y) {
        for (int k = 1; k < SAMPLES; k++) {
            double t = (double) k / SAMPLES;
            occupied.add(
                    new double[] {(1 - t) * x.at(a.x()) + t * x.at(b.x()), (1 - t) * y.at(a.y()) + t * y.at(b.y())});
        }
    }

    /** Takes the corner where a box of this size hides the least; upper ones are preferred. */
    Box take(double width, double height) {
        Box best = best(width, height);
        taken.add(best);
        return best;
    }

    /** Takes a corner for the largest box of this shape that hides nothing, or for the whole box if a smaller one would. */
    Box takeForLargest(double width, double height) {
        Box largest = DoubleStream.of(SIZES)
                .mapToObj(size -> best(size * width, size * height))
                .filter(box -> hidden(box) == 0)
                .findFirst()
                .orElseGet(() -> best(width, height));
        taken.add(largest);
        return largest;
    }

    private Box best(double width, double height) {
        double left = frame.left() + GAP;
        double right = frame.right() - GAP;
        double top = frame.top() + GAP / 2;
        double bottom = frame.bottom() - GAP;
        return List.of(
                        new Box(left, top, left + width, top + height),
                        new Box(right - width, top, right, top + height),
                        new Box(left, bottom - height, left + width, bottom),
                        new Box(right - width, bottom - height, right, bottom))
                .stream()
                .min(Comparator.comparingLong(this::hidden))
                .orElseThrow();
    }

    private long hidden(Box box) {
        long points = occupied.stream()
                .filter(point -> box.contains(point[0], point[1]))
                .count();
        return points + (taken.stream().anyMatch(box::overlaps) ? occupied.size() + 1L : 0);
    }
}
