package org.tinkuy.site.organiser.desk;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tinkuy.markdown.Description;
import org.tinkuy.site.calendar.FeedEntries;
import org.tinkuy.site.organiser.MoveFaults;
import org.tinkuy.site.organiser.desk.ChangeView.FieldView;
import org.tinkuy.site.organiser.desk.ChangeView.ObjectionView;
import org.tinkuy.site.organiser.desk.ChangeView.Other;
import org.tinkuy.site.organiser.desk.DeskWords.Line;
import org.tinkuy.site.organiser.desk.Drafts.Change;
import org.tinkuy.site.organiser.desk.Drafts.Objection;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.PublishedSchedule;

/// What would be published, as an organiser reads it.
@Component
class ChangeWords {

    /// With them a session is elsewhere or at another time, and people are told.
    private static final Set<String> WHEREABOUTS =
            Set.of("date", "starts", "ends", "timeZone", "place");

    private static final Set<String> ANOTHER_TIME_HELPS =
            Set.of("outside-plenary-window", "overlapping-plenaries", "speaker-elsewhere");

    /// Which pages show as Markdown.
    private static final Set<String> MARKDOWN = Set.of("description", "biography");

    private static final String SESSION = "session";
    private static final double MINUTES_OF_AN_HOUR = 60;

    private final MessageSource messages;
    private final DeskWords words;
    private final PublishedSchedule schedule;
    private final FeedEntries entries;

    ChangeWords(
            MessageSource messages,
            DeskWords words,
            PublishedSchedule schedule,
            FeedEntries entries) {
        this.messages = messages;
        this.words = words;
        this.schedule = schedule;
        this.entries = entries;
    }

    /// Whether whoever is registered is told of it.
    static boolean isTold(Change change) {
        return change.part().equals(SESSION)
                && switch (change.change()) {
                    case "removed" -> true;
                    case "changed" ->
                            change.fields().stream()
                                    .anyMatch(one -> WHEREABOUTS.contains(one.field()));
                    default -> false;
                };
    }

    /// @param refused the answers were not enough
    /// @param people registered, by session
    List<ChangeView> of(
            List<Change> changes,
            Plan plan,
            Answers answers,
            boolean refused,
            Map<UUID, RegisteredPeople.Seats> people,
            InWords in) {
        var events = plan.names(in);
        return changes.stream()
                .map(change ->
                        new ChangeView(
                                change.part(),
                                change.change(),
                                title(change, plan, in),
                                href(change, plan),
                                change.fields().stream()
                                        .map(one -> field(change.part(), one, in, events))
                                        .toList(),
                                change.objections().stream()
                                        .map(one ->
                                                objection(change, one, plan, answers, refused, in))
                                        .toList(),
                                change.objections().isEmpty()
                                        ? null
                                        : plan.session(change.id()).orElse(null),
                                isTold(change) ? seats(change, people).people() : 0,
                                overhang(change, seats(change, people)),
                                isReinstated(change)))
                .toList();
    }

    private static RegisteredPeople.Seats seats(
            Change change, Map<UUID, RegisteredPeople.Seats> people) {
        return people.getOrDefault(change.id(), RegisteredPeople.Seats.NONE);
    }

    /// Nobody loses a seat when there are fewer.
    private static int overhang(Change change, RegisteredPeople.Seats seats) {
        return change.fields().stream()
                .filter(ChangeWords::isCapacity)
                .map(Drafts.FieldChange::after)
                .filter(Number.class::isInstance)
                .map(Number.class::cast)
                .mapToInt(capacity -> Math.max(0, seats.taken() - capacity.intValue()))
                .findFirst()
                .orElse(0);
    }

    private static boolean isCapacity(Drafts.FieldChange field) {
        return field.field().equals("capacity");
    }

    /// What was cancelled takes place after all.
    private static boolean isReinstated(Change change) {
        return change.part().equals(SESSION)
                && change.change().equals("changed")
                && change.fields().stream()
                        .anyMatch(one -> one.field().equals("cancelled") && one.after() == null);
    }

    /// Whether it matters how many are registered.
    static boolean concernsPeople(Change change) {
        return isTold(change)
                || (change.part().equals(SESSION)
                        && change.fields().stream().anyMatch(ChangeWords::isCapacity));
    }

    private FieldView field(
            String part, Drafts.FieldChange change, InWords in, Map<UUID, String> events) {
        var label = words.label(part, change.field(), in.language());
        var before = words.lines(part, change.field(), change.before(), in, events);
        var after = words.lines(part, change.field(), change.after(), in, events);
        var shownBefore = withoutMarks(change.field(), before);
        var shownAfter = withoutMarks(change.field(), after);
        // where the marks alone are others, they are what is to be seen
        return shownBefore.equals(shownAfter)
                ? new FieldView(label, before, after)
                : new FieldView(label, shownBefore, shownAfter);
    }

    private static List<Line> withoutMarks(String field, List<Line> lines) {
        return MARKDOWN.contains(field)
                ? lines.stream()
                        .map(line ->
                                new Line(Description.text(line.text()), line.language(), line.of()))
                        .toList()
                : lines;
    }

    private Line title(Change change, Plan plan, InWords in) {
        if (change.name() != null) {
            return new Line(change.name(), null, null);
        }
        var own = in.text(change.title());
        if (own != null) {
            return new Line(own.text(), in.lang(own.language()), null);
        }
        return new Line(
                plan.session(change.id())
                        .map(session -> kind(session, in))
                        .or(() -> formerKind(change, in))
                        .orElseGet(() -> word("desk.part." + change.part(), in)),
                null,
                null);
    }

    /// Of a session that is drafted no more.
    private Optional<String> formerKind(Change change, InWords in) {
        return change.fields().stream()
                .filter(field -> field.field().equals("kind"))
                .flatMap(field -> Stream.of(field.after(), field.before()))
                .filter(Objects::nonNull)
                .findFirst()
                .map(kind -> word("kind." + kind, in));
    }

    private static @Nullable String href(Change change, Plan plan) {
        var desk = Desk.path(plan.programme().id());
        return switch (change.part()) {
            case "programme" -> desk + "/programme";
            case "event" ->
                    change.change().equals("removed") ? null : desk + "/events/" + change.id();
            case "speaker" ->
                    change.change().equals("removed") ? null : desk + "/speakers/" + change.id();
            case "session" -> desk + "/sessions/" + change.id();
            default -> null;
        };
    }

    private ObjectionView objection(
            Change change,
            Objection objection,
            Plan plan,
            Answers answers,
            boolean refused,
            InWords in) {
        var given = answers.to(change.id(), objection);
        return new ObjectionView(
                title(change, plan, in).text(),
                Answers.name(change.id(), objection),
                objection.answer(),
                objection.code(),
                against(objection, change.id(), plan, in),
                href(change, plan) + "#" + objection.field(),
                ANOTHER_TIME_HELPS.contains(objection.code())
                        ? href(change, plan) + "/free-slots"
                        : null,
                others(objection, plan, in),
                given,
                refused && given.isEmpty());
    }

    private List<Other> others(Objection objection, Plan plan, InWords in) {
        return Objects.requireNonNullElse(objection.sessionIds(), List.<UUID>of()).stream()
                .flatMap(id ->
                        plan
                                .session(id)
                                .map(session ->
                                        new Other(
                                                called(session, in),
                                                Desk.path(plan.programme().id())
                                                        + "/sessions/"
                                                        + session.id()))
                                .or(() -> elsewhere(id, in))
                                .stream())
                .toList();
    }

    /// Of another programme, as everybody sees it.
    private Optional<Other> elsewhere(UUID session, InWords in) {
        return schedule.current()
                .located(session)
                .map(at -> new Other(entries.name(at, in.language()), at.path()));
    }

    private String called(Draft session, InWords in) {
        var own = in.text(session.texts("title"));
        return own == null ? kind(session, in) : own.text();
    }

    private String kind(Draft session, InWords in) {
        return word("kind." + session.text("kind"), in);
    }

    private String against(Objection objection, UUID session, Plan plan, InWords in) {
        return switch (objection.code()) {
            case "outside-plenary-window" -> hours(plan.programme(), in);
            case "next-day" ->
                    plan.session(session)
                            .map(one ->
                                    word(
                                            "move.fault.next-day",
                                            in,
                                            String.valueOf(one.time("starts")),
                                            String.valueOf(one.time("ends"))))
                            .orElseGet(() -> word("fault.invalid", in));
            case "speaker-elsewhere" ->
                    objection.speakerIds() == null
                            ? word("move.fault.speaker-elsewhere", in)
                            : word(
                                    "move.fault.speaker-elsewhere.named",
                                    in,
                                    speakers(objection, plan, in));
            case "overlapping-plenaries", "past", "twice", "skipped-time", "impossible" ->
                    word("move.fault." + objection.code(), in);
            default -> word("fault.invalid", in);
        };
    }

    private static String speakers(Objection objection, Plan plan, InWords in) {
        var names = plan.names(in);
        return Objects.requireNonNullElse(objection.speakerIds(), List.<UUID>of()).stream()
                .map(id -> names.getOrDefault(id, "—"))
                .collect(Collectors.joining(", "));
    }

    private String hours(Draft programme, InWords in) {
        var starts = programme.time("policy.plenary.starts");
        var ends = programme.time("policy.plenary.ends");
        if (starts == null || ends == null) {
            return word("move.fault.outside-plenary-window", in);
        }
        var lasts = duration(programme.text("policy.plenary.lasts"));
        return lasts == null
                ? word("move.fault.allowed-hours", in, starts.toString(), ends.toString())
                : word(
                        "move.fault.allowed-hours-lasting",
                        in,
                        starts.toString(),
                        ends.toString(),
                        lasts.toMinutes() / MINUTES_OF_AN_HOUR,
                        MoveFaults.inHours(lasts));
    }

    /// What speaks against every time of a session.
    ///
    /// @param codes as the service named it
    List<String> always(List<String> codes, UUID session, Plan plan, InWords in) {
        return codes.stream()
                .map(code -> new Objection("", code, "none", null, null))
                .map(objection -> against(objection, session, plan, in))
                .toList();
    }

    private static @Nullable Duration duration(String stated) {
        try {
            return stated.isEmpty() ? null : Duration.parse(stated);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private String word(String key, InWords in, Object... arguments) {
        return messages.getMessage(key, arguments, in.language().locale());
    }
}
