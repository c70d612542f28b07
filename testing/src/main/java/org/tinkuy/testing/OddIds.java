package org.tinkuy.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.testing.ExampleRequests.Example;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Gives each operation of a service, in the place of each id in path, query and body, what looks
/// like one to a reader that is not strict, and what is none at all.
public final class OddIds {

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String KNOWN = "0199d2a4-6f2e-7c31-9d55-0b9f6a1c2e10";
    private static final List<String> ODD =
            List.of("none", " " + KNOWN, KNOWN + " ", "1-1-1-1-1", KNOWN + "," + KNOWN);

    private final ExampleRequests requests;
    private int asked;

    /// @param service one of [org.tinkuy.openapi.Documents#SERVICES]
    /// @param authorization of somebody who may do everything
    public OddIds(WebTestClient http, String service, String authorization) {
        this.requests = new ExampleRequests(http, service, authorization);
    }

    /// @return what was not refused as `invalid-id` by the name of its place, with the answer
    public List<String> taken() {
        var taken = new ArrayList<String>();
        for (var example : requests.all()) {
            for (var odd : ODD) {
                Stream.concat(parameters(example, odd), bodies(example, odd)).forEach(taken::add);
            }
        }
        return taken;
    }

    /// How many ids were asked with.
    public int asked() {
        return asked;
    }

    private Stream<String> parameters(Example example, String odd) {
        var written = URLEncoder.encode(odd, StandardCharsets.UTF_8).replace("+", "%20");
        return example.parameters().stream()
                .filter(Example.Parameter::id)
                // Of a list, the comma is its own.
                .filter(parameter -> !parameter.list() || !odd.contains(","))
                .flatMap(parameter ->
                        fault(
                                example,
                                target(example, parameter, written),
                                example.body(),
                                parameter.name()));
    }

    private static String target(Example example, Example.Parameter parameter, String value) {
        var name = parameter.name();
        if (parameter.inPath()) {
            return example.path()
                    .replace("{" + name + "}", value)
                    .replace("{number}", "1")
                    .replaceAll("\\{[^}/]+}", UUID.randomUUID().toString());
        }
        var target = example.target().replaceAll("[?&]" + name + "=[^&]*", "");
        return target + (target.contains("?") ? "&" : "?") + name + "=" + value;
    }

    private Stream<String> bodies(Example example, String odd) {
        return places(example.body(), "").stream()
                .flatMap(place ->
                        fault(
                                example,
                                example.target(),
                                with(example.body(), "", place.path(), odd),
                                place.field()));
    }

    private Stream<String> fault(Example example, String target, JsonNode body, String field) {
        asked++;
        var answer = requests.ask(example, target, body);
        return answer.status() == 400 && answer.names("invalid-id", field)
                ? Stream.empty()
                : Stream.of("%s %s, %s: %s".formatted(example, target, field, answer));
    }

    /// @param field as errors name it: of what is itself a name, that of the object
    private record Place(String path, String field) {}

    /// Where ids stand.
    private static List<Place> places(JsonNode node, String at) {
        var places = new ArrayList<Place>();
        switch (node) {
            case ObjectNode object ->
                    object.forEachEntry((name, value) -> {
                        if (ID.matcher(name).matches()) {
                            places.add(new Place(within(at, name), at));
                        }
                        places.addAll(places(value, within(at, name)));
                    });
            case ArrayNode list -> {
                for (var i = 0; i < list.size(); i++) {
                    places.addAll(places(list.get(i), at + "[" + i + "]"));
                }
            }
            case StringNode text when ID.matcher(text.asString()).matches() ->
                    places.add(new Place(at, at));
            default -> {}
        }
        return places;
    }

    private static JsonNode with(JsonNode node, String at, String place, String odd) {
        if (at.equals(place)) {
            return StringNode.valueOf(odd);
        }
        return switch (node) {
            case ObjectNode object -> {
                var copy = object.objectNode();
                object.forEachEntry((name, value) -> {
                    var inside = within(at, name);
                    if (inside.equals(place) && ID.matcher(name).matches()) {
                        copy.set(odd, value);
                    } else {
                        copy.set(name, with(value, inside, place, odd));
                    }
                });
                yield copy;
            }
            case ArrayNode list -> {
                var copy = list.arrayNode();
                for (var i = 0; i < list.size(); i++) {
                    copy.add(with(list.get(i), at + "[" + i + "]", place, odd));
                }
                yield copy;
            }
            default -> node;
        };
    }

    private static String within(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }
}
