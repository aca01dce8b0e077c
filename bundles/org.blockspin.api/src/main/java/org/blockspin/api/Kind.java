package org.blockspin.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Names a plugin. Stands beside {@code @Component} on the plugin's class; bnd turns it into the service properties
 * {@code blockspin.name}, {@code blockspin.description} and {@code blockspin.parameters}, from which the catalogue is
 * made without loading the class.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {
    /** Prefix of the service properties. */
    String PREFIX_ = "blockspin.";

    /** The value of {@code "kind"} in a pipeline: lower-case words joined by hyphens. */
    String name();

    /** One sentence for the catalogue. */
    String description() default "";

    /** The record that declares the parameters. */
    Class<? extends Record> parameters();
}
