package org.tinkuy.testing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Asks every operation of a service under a programme that there is not.
public final class UnknownProgrammes {

    private static final List<String> UNDER =
            List.of("/api/programmes/{id}", "/api/newsletters/{programmeId}");

    private final ExampleRequests requests;

    /// @param service one of [org.tinkuy.openapi.Documents#SERVICES]
    /// @param authorization of somebody who may do everything
    public UnknownProgrammes(WebTestClient http, String service, String authorization) {
        this.requests = new ExampleRequests(http, service, authorization);
    }

    /// @param asked how many operations
    /// @param others what was not answered with 404, with the answers
    public record Walk(int asked, List<String> others) {}

    public Walk walk() {
        var asked = 0;
        var others = new ArrayList<String>();
        for (var example : requests.all()) {
            if (UNDER.stream().noneMatch(example.path()::startsWith)) {
                continue;
            }
            asked++;
            var answer = requests.ask(example, example.target(), example.body());
            if (answer.status() != 404
                    || !answer.body()
                            .path("type")
                            .asString("")
                            .equals("urn:tinkuy:problem:not-found")) {
                others.add("%s: %s".formatted(example, answer));
            }
        }
        return new Walk(asked, others);
    }
}
