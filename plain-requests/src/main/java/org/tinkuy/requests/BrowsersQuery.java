package org.tinkuy.requests;

import java.util.HexFormat;
import java.util.Locale;

/// What browsers leave in the query of a link as somebody typed it (WHATWG URL, "query
/// percent-encode set") and an address cannot have (RFC 3986): placeholders of mailing programs
/// that nobody filled in, `a|b`, `100%`. Each of them can mean one thing only, and stands in
/// parameters that nobody reads. Programs that call the API are told of it instead.
final class BrowsersQuery {

    private static final String LEFT_AS_TYPED = "{}|\\^`";

    private BrowsersQuery() {}

    /// @param address as it stands in the request's first line
    /// @return the same with those characters percent-encoded
    static String encoded(String address) {
        var query = address.indexOf('?') + 1;
        if (query == 0 || !address.startsWith("/") || address.startsWith("/api/")) {
            return address;
        }
        var encoded = new StringBuilder(address.length()).append(address, 0, query);
        for (var i = query; i < address.length(); i++) {
            var c = address.charAt(i);
            if (LEFT_AS_TYPED.indexOf(c) >= 0 || (c == '%' && !beginsAByte(address, i))) {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    private static boolean beginsAByte(String address, int at) {
        return at + 2 < address.length()
                && HexFormat.isHexDigit(address.charAt(at + 1))
                && HexFormat.isHexDigit(address.charAt(at + 2));
    }
}
