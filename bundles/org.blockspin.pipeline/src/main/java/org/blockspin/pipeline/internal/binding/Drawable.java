package org.blockspin.pipeline.internal.binding;

/** What a figure may be drawn from: an ensemble, or what becomes rows of results. */
public interface Drawable {}
