package org.tinkuy.gateway.edge.web;

import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.languages.Language;

/// The one page that the gateway has, for when the site cannot answer or is not asked: a title, a
/// sentence, and a reload by itself where that is safe. It looks like the site's and needs nothing
/// but itself.
@Component
class WaitingPage {

    private static final String RELOAD = "<meta http-equiv=\"refresh\" content=\"5\">";

    private final String style = resource("waiting-page.css").strip();
    private final String template = resource("waiting-page.html").replace("{style}", style);
    private final Map<String, Properties> texts =
            Language.TAGS.stream()
                    .collect(Collectors.toMap(Function.identity(), WaitingPage::texts));

    /// Nothing is loaded from anywhere, only our own style applies, and the icon is in the page.
    String contentSecurityPolicy() {
        return "default-src 'none'; img-src data:; style-src 'sha256-"
                + sha256(style)
                + "'; frame-ancestors 'none'";
    }

    String render(String language, Refusal refusal, HttpMethod method) {
        var reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        var waits = refusal.reason().status() >= 500;
        var topic = waits && !reads ? "unsent" : waits ? "unavailable" : refusal.reason().type();
        var words = Objects.requireNonNull(texts.get(language));
        var text =
                words.getProperty(topic + ".text", words.getProperty("refused.text"))
                        .replace("{seconds}", Long.toString(refusal.retryAfterSeconds()));
        return template.replace("{language}", language)
                .replace("{reload}", waits && reads ? RELOAD : "")
                .replace(
                        "{title}",
                        words.getProperty(topic + ".title", words.getProperty("refused.title")))
                .replace("{text}", text)
                .replace("{home}", words.getProperty("home"));
    }

    private static Properties texts(String language) {
        try (var reader =
                new InputStreamReader(
                        open("waiting-page_" + language + ".properties"), StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (var in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(WaitingPage.class.getResourceAsStream(name), name);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder()
                    .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
