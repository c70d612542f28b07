package org.tinkuy.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Asks every path of a service by each method which ones it takes.
public final class ToldMethods {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO");

    /// What a request that is echoed would show.
    private static final String SECRET = "secret-of-the-caller";

    private final WebTestClient http;
    private final String authorization;
    private final TreeMap<String, Set<String>> said = new TreeMap<>();

    /// @param service one of [Documents#SERVICES]
    /// @param authorization of somebody who may do everything
    public ToldMethods(WebTestClient http, String service, String authorization) {
        this.http = http;
        this.authorization = authorization;
        for (var example : new ExampleRequests(http, service, authorization).all()) {
            var methods = said.computeIfAbsent(example.path(), _ -> new TreeSet<>());
            methods.add("OPTIONS");
            methods.add(example.method().name());
            if (example.method().equals(HttpMethod.GET)) {
                methods.add("HEAD");
            }
        }
    }

    /// @return where other methods are told than the document has, or a method that it does not
    ///   have is not refused, or the request comes back
    public List<String> differences() {
        var differences = new ArrayList<String>();
        said.forEach((path, methods) -> {
            var target =
                    path.replace("{number}", "1")
                            .replaceAll("\\{[^}/]+}", UUID.randomUUID().toString());
            for (var method : METHODS) {
                if (method.equals("OPTIONS") || !methods.contains(method)) {
                    ask(method, target, methods, differences);
                }
            }
        });
        return differences;
    }

    private void ask(String method, String target, Set<String> methods, List<String> differences) {
        var answer =
                http.method(HttpMethod.valueOf(method))
                        .uri(target)
                        .header(HttpHeaders.AUTHORIZATION, authorization)
                        .header("X-Secret", SECRET)
                        .exchange()
                        .expectBody()
                        .returnResult();
        var told = new TreeSet<String>();
        answer.getResponseHeaders().getAllow().forEach(allowed -> told.add(allowed.name()));
        var body = answer.getResponseBody();
        var status = method.equals("OPTIONS") ? 200 : 405;
        if (answer.getStatus().value() != status
                || !told.equals(methods)
                || (body != null && new String(body, UTF_8).contains(SECRET))) {
            differences.add(
                    "%s %s: %s, tells of %s instead of %s"
                            .formatted(method, target, answer.getStatus(), told, methods));
        }
    }
}
