package org.tinkuy.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedCodingsTests {

    private static final String NAME = "Accept-Encoding";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gzip                     | gzip
                    GZip                     | gzip
                    x-gzip                   | gzip
                    gzip, deflate, br, zstd  | gzip, deflate, br, zstd
                    br,gzip                  | gzip, br
                    gzip;q=0.001             | gzip
                    gzip ; Q=1.000           | gzip
                    gzip;level=9             | gzip
                    *                        | gzip
                    br, *;q=0.1              | gzip, br
                    x-gzip;q=0, br           | br
                    *;q=0, gzip              | gzip
                    notgzip, br;q=1          | br
                    gzip;Q=0, deflate        | deflate
                    """)
    void whatIsTakenIsSaidPlainly(String accept, String plain) {
        assertThat(plain(accept).getAll(NAME)).containsExactly(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "identity",
                "notgzip",
                "gzipped",
                "gzip;q=0",
                "gzip;q=0, *",
                "gzip; q=0",
                "gzip ;q=0",
                "gzip;Q=0.000",
                "*;q=0",
                "gzip;q",
                "gzip;q=much",
                "gzip;q=2"
            })
    void whoTakesNoneIsAsWhoSaysNothing(String accept) {
        assertThat(plain(accept).contains(NAME)).isFalse();
    }

    @Test
    void severalHeadersAreOne() {
        var headers = new DefaultHttpHeaders().add(NAME, "br").add(NAME, "gzip;q=0, *;q=0");
        AcceptedCodings.writePlainly(headers);
        assertThat(headers.getAll(NAME)).isEqualTo(List.of("br"));
    }

    private static HttpHeaders plain(String accept) {
        var headers = new DefaultHttpHeaders().add(NAME, accept);
        AcceptedCodings.writePlainly(headers);
        return headers;
    }
}
