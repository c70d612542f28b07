package org.tinkuy.openapi;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes the refusals of an operation: those that any may give, and those that it names in
/// `x-refusals`. Where an operation says itself how it refuses with a status, that stays.
final class UsualRefusals {

    private static final String NAMED = "x-refusals";

    private static final Map<Integer, String> RESPONSES =
            Map.ofEntries(
                    Map.entry(400, "Invalid"),
                    Map.entry(401, "Unauthenticated"),
                    Map.entry(403, "Forbidden"),
                    Map.entry(404, "NotFound"),
                    Map.entry(406, "NotAcceptable"),
                    Map.entry(409, "Conflict"),
                    Map.entry(410, "Over"),
                    Map.entry(413, "BodyTooLarge"),
                    Map.entry(414, "AddressTooLong"),
                    Map.entry(415, "UnsupportedMediaType"),
                    Map.entry(422, "Unprocessable"),
                    Map.entry(429, "TooManyRequests"),
                    Map.entry(431, "HeadersTooLarge"),
                    Map.entry(500, "Unexpected"),
                    Map.entry(503, "Unavailable"),
                    Map.entry(504, "Timeout"));

    /// A token that is none is refused by operations, too, that ask for none, and a body that is
    /// too large by those that read none.
    private static final int[] ANY = {400, 401, 413, 414, 429, 431, 500, 503, 504};

    private UsualRefusals() {}

    /// @throws IllegalStateException if the operation does not say who may ask, or what it answers
    static void write(Source.Operation operation) {
        var content = operation.content();
        if (!content.path("security").isArray() || !content.path("responses").isObject()) {
            throw new IllegalStateException(operation.shown() + " needs security and responses.");
        }
        var answers = new TreeMap<String, JsonNode>();
        content.path("responses").forEachEntry(answers::put);
        for (var status : refusals(operation)) {
            if (!answers.containsKey(Integer.toString(status))) {
                answers.put(Integer.toString(status), response(status, operation));
            }
        }
        content.remove(NAMED);
        content.putObject("responses").setAll(answers);
    }

    private static SortedSet<Integer> refusals(Source.Operation operation) {
        var content = operation.content();
        var refusals = new TreeSet<Integer>();
        for (var status : ANY) {
            refusals.add(status);
        }
        if (content.has("requestBody")) {
            refusals.add(415);
        }
        if (answersWithContent(content)) {
            refusals.add(406);
        }
        if (operation.path().contains("{")) {
            refusals.add(404);
        }
        content.path(NAMED).forEach(status -> refusals.add(status.asInt()));
        return refusals;
    }

    private static boolean answersWithContent(ObjectNode operation) {
        return operation.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .anyMatch(answer -> answer.has("content") || answer.has("$ref"));
    }

    private static JsonNode response(int status, Source.Operation operation) {
        var name = RESPONSES.get(status);
        if (name == null) {
            throw new IllegalStateException(
                    operation.shown() + " refuses with " + status + ", which nothing describes.");
        }
        return operation.content().objectNode().put("$ref", "#/components/responses/" + name);
    }
}
