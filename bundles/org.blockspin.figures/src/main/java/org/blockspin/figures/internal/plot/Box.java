package org.blockspin.figures.internal.plot;

/** A rectangle of the page. */
record Box(double left, double top, double right, double bottom) {
    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    double middle() {
        return (left + right) / 2;
    }

    boolean contains(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    boolean overlaps(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    /** The rectangle with these margins taken off. */
    Box within(double fromLeft, double fromTop, double fromRight, double fromBottom) {
        return new Box(left + fromLeft, top + fromTop, right - fromRight, bottom - fromBottom);
    }
}
