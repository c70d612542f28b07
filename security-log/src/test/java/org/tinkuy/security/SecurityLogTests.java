package org.tinkuy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class SecurityLogTests {

    private static final UUID ROSA = UUID.fromString("0195a1c0-0000-7000-8000-000000000020");

    @Test
    void isALineToReadAndFieldsToSearch() {
        var line =
                written(SecurityLog.of(SecurityEvent.LIST_READ).by(ROSA).programme(null).count(7));

        assertThat(line.getLoggerName()).isEqualTo("tinkuy.security");
        assertThat(line.getFormattedMessage())
                .isEqualTo("list-read by=" + ROSA + " programme=all count=7");
        assertThat(line.getKeyValuePairs())
                .extracting(pair -> pair.key + "=" + pair.value)
                .containsExactly("event=list-read", "by=" + ROSA, "programme=all", "count=7");
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.77, 198.51.100.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48",
    })
    void keepsOfANetworkWhatHundredsShare(String address, String kept) throws IOException {
        var line =
                written(
                        SecurityLog.of(SecurityEvent.REQUEST_REFUSED)
                                .network(InetAddress.getByName(address)));

        assertThat(line.getFormattedMessage()).isEqualTo("request-refused network=" + kept);
    }

    /// Addresses, names, codes and tokens.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rosa@example.org",
                "Rosa",
                "rosa quispe",
                "123456",
                "c2VjcmV0-dG9rZW4",
                "",
                "/newsletter/confirm/abc"
            })
    void takesNoWordOfAVisitor(String typed) {
        var line = SecurityLog.of(SecurityEvent.SIGN_IN_REFUSED);

        assertThatThrownBy(() -> line.what(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyEventIsDescribed() throws IOException {
        var page = Files.readString(Path.of("../docs/security-log.md"));
        var table = page.substring(page.indexOf("| event | written by |"));
        var described =
                Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE)
                        .matcher(table)
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(SecurityEvent.values()).map(SecurityEvent::label).toList());
    }

    private static ILoggingEvent written(SecurityLog line) {
        var logger = (Logger) LoggerFactory.getLogger(SecurityLog.LOGGER);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        try {
            line.write();
        } finally {
            logger.detachAppender(lines);
        }
        return lines.list.getFirst();
    }
}
