package org.tinkuy.requests;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/// `Accept-Encoding` in the plainest words that say the same: Netty looks for a coding's name
/// anywhere in the header, so that `notgzip` is gzip to it. A coding is named whole, in any case; a
/// weight of zero refuses it; `*` speaks of those that are not named; who names none is sent none
/// (RFC 9110, 12.5.3). Which of those that are left is sent is the server's to say.
final class AcceptedCodings {

    /// What anybody here may write.
    private static final List<String> KNOWN = List.of("gzip", "deflate", "br", "zstd");

    /// Of all that `*` leaves to the server.
    private static final String USUAL = "gzip";

    private static final String ANY = "*";

    private AcceptedCodings() {}

    static void writePlainly(HttpHeaders headers) {
        var accept = headers.getAll(HttpHeaderNames.ACCEPT_ENCODING);
        if (accept.isEmpty()) {
            return;
        }
        var taken = of(accept);
        if (taken.isEmpty()) {
            headers.remove(HttpHeaderNames.ACCEPT_ENCODING);
        } else {
            headers.set(HttpHeaderNames.ACCEPT_ENCODING, String.join(", ", taken));
        }
    }

    private static List<String> of(List<String> accept) {
        var weights = new HashMap<String, Double>();
        accept.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(coding -> coding.split(";", -1))
                .forEach(coding -> weights.merge(name(coding[0]), weight(coding), Math::max));
        weights.putIfAbsent(USUAL, weights.getOrDefault(ANY, 0.0));
        return KNOWN.stream().filter(name -> weights.getOrDefault(name, 0.0) > 0).toList();
    }

    /// `x-gzip` is the same as `gzip` (RFC 9110, 8.4.1.3).
    private static String name(String written) {
        var name = written.strip().toLowerCase(Locale.ROOT);
        return name.equals("x-gzip") ? USUAL : name;
    }

    private static double weight(String[] coding) {
        for (var i = 1; i < coding.length; i++) {
            var pair = coding[i].split("=", 2);
            if (pair[0].strip().equalsIgnoreCase("q")) {
                return pair.length == 2 ? number(pair[1].strip()) : 0;
            }
        }
        return 1;
    }

    /// One that is none refuses: without a coding, everybody can read.
    private static double number(String weight) {
        return weight.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(weight) : 0;
    }
}
