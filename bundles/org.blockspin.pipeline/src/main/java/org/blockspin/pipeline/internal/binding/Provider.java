package org.blockspin.pipeline.internal.binding;

import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The bundle that brings a plugin.
 *
 * @param id of the bundle in this framework
 * @param title symbolic name and version
 * @param content gives a hash of what is in it
 * @param holds whether a class of this name is in it
 */
public record Provider(long id, String title, Supplier<String> content, Predicate<String> holds) {}
