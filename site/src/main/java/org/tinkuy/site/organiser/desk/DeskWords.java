package org.tinkuy.site.organiser.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tinkuy.languages.Language;
import org.tinkuy.languages.TimeWords;
import org.tinkuy.languages.Zones;
import org.tinkuy.site.programme.InWords;

/// What drafts say, in the page's language: days and times, zones, kinds, and events by their
/// titles.
@Component
class DeskWords {

    /// @param text of one language
    /// @param language its tag, and `null` where the page's own holds
    /// @param of that language's name; `null`: the text has none
    public record Line(String text, @Nullable String language, @Nullable String of) {}

    private static final String SESSION = "session";
    private static final String CANCELLED = "cancelled";

    private final MessageSource messages;

    DeskWords(MessageSource messages) {
        this.messages = messages;
    }

    /// The name of a field, among the labels of the forms.
    ///
    /// @param part `programme`, `event`, `challenge` or `session`
    String label(String part, String field, Language language) {
        return switch (field) {
            case "timeZone" -> word("time-zone.label", language);
            case "place", "date" -> word("move." + field, language);
            case "starts", "ends" ->
                    word((part.equals(SESSION) ? "move." : "desk.field.") + field, language);
            default -> word("desk.field." + field, word("desk.field.other", language), language);
        };
    }

    /// @param value as JSON has it; `null`: nothing is stated, and there are no lines but that what
    ///   is not cancelled takes place
    /// @param names what events and speakers are called, by id
    List<Line> lines(
            String part,
            String field,
            @Nullable Object value,
            InWords in,
            Map<UUID, String> names) {
        return switch (value) {
            case null ->
                    field.equals(CANCELLED)
                            ? List.of(plain(word("desk.takes-place", in.language())))
                            : List.of();
            case Map<?, ?> map when field.equals(CANCELLED) -> cancelled(map, in);
            case Map<?, ?> texts when isByLanguage(texts) ->
                    texts.entrySet().stream()
                            .map(its ->
                                    line(
                                            String.valueOf(its.getValue()),
                                            String.valueOf(its.getKey()),
                                            in))
                            .toList();
            case Map<?, ?> texts when field.equals("translations") ->
                    texts.values().stream()
                            .flatMap(its -> lines(part, "translation", its, in, names).stream())
                            .toList();
            case Map<?, ?> map when field.equals("policy") -> List.of(plain(hours(map)));
            default ->
                    leaves(value).map(leaf -> plain(words(part, field, leaf, in, names))).toList();
        };
    }

    /// With the organisers' words, where they gave any.
    private List<Line> cancelled(Map<?, ?> cancellation, InWords in) {
        var cancelled = plain(word("session.cancelled", in.language()));
        return cancellation.get("reason") instanceof Map<?, ?> reason
                ? Stream.concat(
                                Stream.of(cancelled),
                                lines(SESSION, "reason", reason, in, Map.of()).stream())
                        .toList()
                : List.of(cancelled);
    }

    private static Line plain(String text) {
        return new Line(text, null, null);
    }

    private static Line line(String text, String tag, InWords in) {
        return new Line(text, in.lang(tag), Language.of(tag).map(Language::ownName).orElse(tag));
    }

    private static boolean isByLanguage(Map<?, ?> map) {
        return !map.isEmpty()
                && map.entrySet().stream()
                        .allMatch(its ->
                                its.getKey() instanceof String tag
                                        && tag.matches("[a-z]{2,3}")
                                        && its.getValue() instanceof String);
    }

    private static String hours(Map<?, ?> policy) {
        return policy.get("plenary") instanceof Map<?, ?> plenary
                ? time(String.valueOf(plenary.get("starts")))
                        + TimeWords.TO
                        + time(String.valueOf(plenary.get("ends")))
                : "";
    }

    /// Of what is nested, whatever it is, each text and number.
    private static Stream<String> leaves(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                    Stream.of(
                            map.values().stream()
                                    .flatMap(DeskWords::leavesOf)
                                    .collect(Collectors.joining(" · ")));
            case List<?> list -> list.stream().flatMap(DeskWords::leavesOf);
            default -> Stream.of(value.toString());
        };
    }

    private static Stream<String> leavesOf(@Nullable Object value) {
        return value == null ? Stream.empty() : leaves(value);
    }

    private String words(
            String part, String field, String text, InWords in, Map<UUID, String> names) {
        return switch (field) {
            case "date", "announced" -> date(text, in);
            case "starts", "ends" -> part.equals(SESSION) ? time(text) : date(text, in);
            case "month" -> read(text, month -> in.month(YearMonth.parse(month)));
            case "timeZone" -> Zones.named(text).map(in::zone).orElse(text);
            case "mode", "kind" -> option(field + "." + text, text, in);
            case "admission" -> option("desk.admission." + text, text, in);
            case "eventId", Fields.SPEAKERS, Fields.MODERATORS -> name(text, names);
            case "languages" -> Language.of(text).map(Language::ownName).orElse(text);
            default -> text;
        };
    }

    /// What somebody else's draft says of a field, in one line.
    String there(Field field, String value, InWords in, Map<UUID, String> names) {
        if (value.isEmpty()) {
            return word("desk.there.nothing", in.language());
        }
        return switch (field.type()) {
            case DATE -> date(value, in);
            case ZONE, OWN_ZONE -> words("", "timeZone", value, in, names);
            case CHOICE -> words("", field.path(), value, in, names);
            case LINES -> value.replace("\n", " · ");
            case CHECKS ->
                    value.lines()
                            .map(one -> words("", field.path(), one, in, names))
                            .collect(Collectors.joining(" · "));
            default -> value;
        };
    }

    private static String date(String text, InWords in) {
        return read(text, date -> in.date(LocalDate.parse(date)));
    }

    private static String time(String text) {
        return read(text, time -> LocalTime.parse(time).toString());
    }

    private static String read(String text, UnaryOperator<String> reading) {
        try {
            return reading.apply(text);
        } catch (DateTimeException _) {
            return text;
        }
    }

    private static String name(String id, Map<UUID, String> names) {
        try {
            return names.getOrDefault(UUID.fromString(id), "—");
        } catch (IllegalArgumentException _) {
            return "—";
        }
    }

    private String option(String key, String otherwise, InWords in) {
        return word(key, otherwise, in.language());
    }

    private String word(String key, String otherwise, Language language) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, null, null, language.locale()), otherwise);
    }

    private String word(String key, Language language) {
        return messages.getMessage(key, null, language.locale());
    }
}
