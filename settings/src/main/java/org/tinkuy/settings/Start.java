package org.tinkuy.settings;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;

/// Starts a service. One that refuses its settings ends with a code of its own, so that whoever
/// started it knows that to start it again is of no use.
public final class Start {

    /// `EX_CONFIG` of sysexits.h.
    public static final int REFUSED = 78;

    private Start() {}

    public static void of(Class<?> service, String... arguments) {
        try {
            SpringApplication.run(service, arguments);
        } catch (RuntimeException e) {
            if (!isRefusal(e)) {
                throw e;
            }
            System.exit(REFUSED);
        }
    }

    static boolean isRefusal(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof RefusedSetting || one instanceof BindException) {
                return true;
            }
        }
        return false;
    }
}
