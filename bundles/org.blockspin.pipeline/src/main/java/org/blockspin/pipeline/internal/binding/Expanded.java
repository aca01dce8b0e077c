package org.blockspin.pipeline.internal.binding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that only says which members a step's family has, or whether they are written, and so does not determine
 * any one of them: ten repeats begin with the same five as five do.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Expanded {}
