package dev.linkspan.dsl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a word of the language means, for messages and documentation. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Word {

    /** One sentence for users. */
    String means();

    /** How it is written. */
    String example();
}
