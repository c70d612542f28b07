package org.tinkuy.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;

/// Runs another main class and ends the process in an orderly way when standard input closes, which
/// happens when the parent asks for it and also when the parent is killed: no orphans.
public final class ParentGuard {

    /// A program that cannot finish by itself must not outlive its parent for ever.
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private ParentGuard() {}

    /// The first argument is the main class, the others are its arguments.
    public static void main(String... args) throws Throwable {
        Thread.ofPlatform().daemon().name("parent-guard").start(ParentGuard::awaitParentsEnd);
        var arguments = Arrays.copyOfRange(args, 1, args.length);
        var main = Class.forName(args[0]).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static void awaitParentsEnd() {
        try {
            while (System.in.read() >= 0) {
                // what the parent says does not matter, only that it is there
            }
        } catch (IOException e) {
            // the pipe broke: the same as closed
        }
        Thread.ofPlatform().daemon().name("parent-guard-halt").start(ParentGuard::haltLater);
        System.exit(0);
    }

    private static void haltLater() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
