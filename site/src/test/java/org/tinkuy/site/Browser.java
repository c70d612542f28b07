package org.tinkuy.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// As much of a browser as pages without scripts need: it keeps cookies and sends forms.
final class Browser {

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String site;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    Browser(int port) {
        this.site = "http://localhost:" + port;
    }

    record Page(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String html() {
            return response.body();
        }

        @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        List<String> setCookies() {
            return response.headers().allValues("Set-Cookie");
        }

        /// The value of the first field of that name.
        String field(String name) {
            var field = Pattern.compile("<input[^>]*name=\"" + name + "\"[^>]*>").matcher(html());
            if (!field.find()) {
                throw new AssertionError("no field " + name + " in " + html());
            }
            var value = Pattern.compile("value=\"([^\"]*)\"").matcher(field.group());
            return value.find() ? value.group(1) : "";
        }
    }

    Browser speaking(String languages) {
        headers.put("Accept-Language", languages);
        return this;
    }

    /// As the gateway passes on whoever is signed in.
    Browser signedIn(String token) {
        headers.put("Authorization", "Bearer " + token);
        return this;
    }

    Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Browser cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    boolean has(String cookie) {
        return cookies.containsKey(cookie);
    }

    Page open(String path) {
        return send(request(path).GET().build());
    }

    Page post(String path, String... namesAndValues) {
        var pairs = new ArrayList<String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(encoded(namesAndValues[i]) + "=" + encoded(namesAndValues[i + 1]));
        }
        return postBody(path, "application/x-www-form-urlencoded", String.join("&", pairs));
    }

    Page postBody(String path, String contentType, String body) {
        return send(
                request(path)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    /// Where the answer leads, which must be within the site.
    Page follow(Page redirect) {
        var location = redirect.header("Location");
        if (redirect.status() != 303 || location == null) {
            throw new AssertionError("no redirect: " + redirect.status() + "\n" + redirect.html());
        }
        return open(location);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(site + path)).timeout(PATIENCE);
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Page send(HttpRequest request) {
        try {
            var page = new Page(HTTP.send(request, BodyHandlers.ofString()));
            page.setCookies().forEach(this::keep);
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
