package org.tinkuy.settings;

import java.util.regex.Pattern;

/// A setting that cannot be; the message tells an operator which, what it is, and what may stand
/// there.
public final class RefusedSetting extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*+@");

    private RefusedSetting(String message) {
        super(message);
    }

    /// @param variable as an operator knows it: `TINKUY_SMTP_PORT`
    /// @param allowed goes on after "it must be"
    public static RefusedSetting of(String variable, String value, String allowed) {
        return new RefusedSetting(words(variable, value, allowed));
    }

    static RefusedSetting saying(String message) {
        return new RefusedSetting(message);
    }

    static String words(String variable, String value, String allowed) {
        return value.isEmpty()
                ? "%s is not set; it must be %s.".formatted(variable, allowed)
                : "%s is %s; it must be %s."
                        .formatted(variable, isSecret(variable) ? "set" : quoted(value), allowed);
    }

    /// An address may hold a name and a password (RFC 3986, 3.2.1); they are left out.
    private static String quoted(String value) {
        return "\"" + USER_INFO.matcher(value).replaceAll("//…@") + "\"";
    }

    private static boolean isSecret(String variable) {
        return variable.endsWith("SECRET") || variable.endsWith("PASSWORD");
    }
}
