package org.blockspin.figures.internal.plot;

/** Something that fills a page, of a size in points. */
public interface Sheet {
    int width();

    int height();

    void draw(Canvas canvas);
}
