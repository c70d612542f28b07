package org.tinkuy.quickstart;

/// Says in words which Java is needed, where an older one would only fail to read the other classes.
/// Compiled for Java 11.
final class Launcher {

    private static final int NEEDED = 25;

    private Launcher() {}

    public static void main(String[] args) throws Exception {
        if (Runtime.version().feature() < NEEDED) {
            System.err.printf(
                    "Tinkuy needs Java %d or newer; this is Java %s in %s.%n"
                            + "Install a JDK %d, or name it: JAVA_HOME=/path/to/jdk ./tinkuy%n",
                    NEEDED, Runtime.version(), System.getProperty("java.home"), NEEDED);
            System.exit(1);
        }
        Class.forName("org.tinkuy.quickstart.Quickstart")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }
}
