package org.tinkuy.testing;

import java.util.List;

/// What no polite client writes into a request. Each character is a byte (Latin-1).
public final class OddText {

    /// What stands for an id or a name in a path, and for a parameter's value.
    public static final List<String> VALUES =
            List.of(
                    "%20",
                    "%00",
                    "a%00b",
                    "%09",
                    "%0D%0A",
                    "%7F",
                    "%C2%85",
                    "%E2%80%A8",
                    "%FF",
                    "%ED%A0%80",
                    "%zz",
                    "%",
                    "[",
                    "[]",
                    "|",
                    "^",
                    "{x}",
                    "\"",
                    "..",
                    "%2e%2e",
                    "%2F",
                    "%25",
                    "%5C",
                    ";a=b",
                    "\u0085",
                    "\u00e9",
                    "0",
                    "-1",
                    "1.5",
                    "1-1-1-1-1",
                    "99999999999999999999",
                    "x".repeat(600));

    public static final List<String> QUERIES =
            List.of(
                    "a%09b=1",
                    "a%00b=1",
                    "%01",
                    "a=%00",
                    "a=%zz",
                    "%FF=1",
                    "a[]=1",
                    "[",
                    "]=[",
                    "a=b=c",
                    "=",
                    "&&",
                    "a",
                    "\u0085=1",
                    "\u00e9=1",
                    "\"",
                    "|=`",
                    "x".repeat(6000));

    public static final List<String> HEADERS =
            List.of(
                    "Idempotency-Key: \u0085\u0085\u0085\u0085\u0085\u0085\u0085\u0085\u0085",
                    "Accept: \u0085",
                    "Accept: \u00c9",
                    "Accept: x",
                    "Accept: a/b;q=\"",
                    "Accept: image/png",
                    "Accept-Language: \u00c9",
                    "Accept-Language: \u0085",
                    "Accept-Language: *;;q=x",
                    "Content-Type: a",
                    "Content-Type: \u00e9",
                    "Content-Type: application/x-www-form-urlencoded; charset=nope",
                    "Content-Type: multipart/form-data; boundary=\"",
                    "If-None-Match: \"",
                    "If-None-Match: W/",
                    "If-None-Match: abc",
                    "If-Modified-Since: x",
                    "Range: bytes=x",
                    "Content-Type: application/json; charset=\u0085",
                    "Content-Type: application/json; charset=none",
                    "Content-Type: x",
                    "Content-Type: text/plain",
                    "Content-Type: multipart/form-data",
                    "Authorization: Bearer \u0085",
                    "Authorization: Bearer a.b.c",
                    "Cookie: \u0081=\u0081; tinkuy",
                    "Origin: \u0085",
                    "X-Forwarded-For: \u0085",
                    "X-Forwarded-For: x, ::zz",
                    "X-Odd: a\u0001b",
                    "X-\u0085: a",
                    "Host: [",
                    "Content-Length: x",
                    "Transfer-Encoding: x",
                    "X-Long: " + "x".repeat(20_000));

    public static final List<String> METHODS = List.of("TRACE", "CONNECT", "FOO", "get");

    private OddText() {}
}
