package dev.linkspan.dsl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A mandatory value that a word takes by its name: {@code ip: '10.0.3.4'}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface Named {

    /** The name, without the colon. */
    String value();
}
