package org.tinkuy.requests;

import io.netty.util.NetUtil;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A value of the header `Host`: `uri-host [ ":" port ]` of RFC 9112, 3.2. A port may be left out
/// behind its colon, and so may the host (RFC 3986, 3.2.2 and 3.2.3).
final class WrittenHost {

    private static final Pattern NAME_AND_PORT =
            Pattern.compile(
                    "(?:[\\w.~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*+(?::(?<port>[0-9]*+))?+"
                            + "|\\[(?<ip>[0-9A-Fa-f:.]++)](?::(?<ipPort>[0-9]*+))?+");

    private static final int LARGEST_PORT = 65_535;
    private static final int MOST_DIGITS = 5;

    private WrittenHost() {}

    static boolean isOne(String value) {
        var parts = NAME_AND_PORT.matcher(value);
        return parts.matches()
                && isPort(parts.group("port"))
                && isPort(parts.group("ipPort"))
                && (parts.group("ip") == null || NetUtil.isValidIpV6Address(parts.group("ip")));
    }

    private static boolean isPort(@Nullable String digits) {
        return digits == null
                || digits.isEmpty()
                || (digits.length() <= MOST_DIGITS && Integer.parseInt(digits) <= LARGEST_PORT);
    }
}
