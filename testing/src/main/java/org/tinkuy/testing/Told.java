package org.tinkuy.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.json.JSONException;
import org.jspecify.annotations.Nullable;
import org.skyscreamer.jsonassert.JSONCompare;
import org.skyscreamer.jsonassert.JSONCompareMode;
import tools.jackson.databind.json.JsonMapper;

/// A message that the part under test tells others.
///
/// @param subject the aggregate's id; of one that is expected, `null` where only the service knows
///   it
/// @param body JSON; of one that is expected, only the fields that matter; `null`: a tombstone
public record Told(String type, @Nullable String subject, @Nullable String body) {

    public static Told message(String type, Object subject, String body) {
        return new Told(type, subject.toString(), body);
    }

    /// Of an aggregate whose id only the service knows.
    public static Told anyMessage(String type, String body) {
        return new Told(type, null, body);
    }

    /// Whatever its body says.
    public static Told message(String type, Object subject) {
        return message(type, subject, "{}");
    }

    public static Told tombstone(String type, Object subject) {
        return new Told(type, subject.toString(), null);
    }

    /// What the body's record reads in it.
    public <T> T as(Class<T> record) {
        if (body == null) {
            throw new AssertionError(type + " of " + subject + " is a tombstone");
        }
        return JsonMapper.shared().readValue(body, record);
    }

    /// What is not as expected, in words; empty where all is.
    static String differences(List<Told> expected, List<Told> found) {
        if (!areThose(expected, found)) {
            return "expected%s%nbut found%s".formatted(lines(expected), lines(found));
        }
        var differences = new ArrayList<String>();
        for (var n = 0; n < expected.size(); n++) {
            var difference = expected.get(n).difference(found.get(n));
            if (!difference.isEmpty()) {
                differences.add(
                        "%s of %s:%n%s%nfound: %s"
                                .formatted(
                                        found.get(n).type,
                                        found.get(n).subject,
                                        difference,
                                        found.get(n).body));
            }
        }
        return String.join(System.lineSeparator(), differences);
    }

    private String difference(Told found) {
        if (body == null || found.body == null) {
            return body == null && found.body == null ? "" : "one of them is a tombstone";
        }
        try {
            return JSONCompare.compareJSON(body, found.body, JSONCompareMode.LENIENT).getMessage();
        } catch (JSONException e) {
            throw new IllegalArgumentException("no JSON: " + body, e);
        }
    }

    private static boolean areThose(List<Told> expected, List<Told> found) {
        return expected.size() == found.size()
                && IntStream.range(0, found.size())
                        .allMatch(n -> expected.get(n).isThat(found.get(n)));
    }

    private boolean isThat(Told found) {
        return type.equals(found.type) && (subject == null || subject.equals(found.subject));
    }

    private static String lines(List<Told> messages) {
        return messages.isEmpty()
                ? " no message"
                : messages.stream()
                        .map(message ->
                                "%n  %s of %s: %s"
                                        .formatted(
                                                message.type,
                                                message.subject == null ? "any" : message.subject,
                                                message.body))
                        .collect(Collectors.joining());
    }
}
