package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MailColoursTests {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{3,6}\\b");

    /// Whoever comes from the site's page to the mail knows it again.
    @Test
    void areTheSites() throws IOException {
        assertThat(colours(Path.of("../site/src/main/resources/assets/site.css")))
                .containsAll(colours(Path.of("src/main/resources/mail/layout.html")));
    }

    private static Set<String> colours(Path file) throws IOException {
        return COLOUR.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
