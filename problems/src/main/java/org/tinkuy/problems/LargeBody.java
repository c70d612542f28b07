package org.tinkuy.problems;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What is sent may be larger than bodies are elsewhere: it has something for each of many. It is
/// held whole, so that a handler takes it as a `Mono`, which is read after asking who sends it.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LargeBody {

    /// The gateway lets as many pass on this path.
    int megabytes();
}
