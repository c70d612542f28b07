package org.tinkuy.site.organiser;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.upstream.Problem;
import org.tinkuy.site.upstream.ServiceUnavailable;

/// What speaks against a move, each beside its field.
///
/// @param general a message's key, for the move as a whole; `null`: only fields are wrong
/// @param rules that are broken, and may be for a written reason
/// @param questions to which the organiser may answer yes
public record MoveFaults(
        List<Fault> all, @Nullable String general, Set<String> rules, Set<String> questions) {

    /// @param key of its message
    /// @param code as the service named it
    public record Fault(String field, String key, String code, List<Object> arguments) {}

    static final MoveFaults NONE = new MoveFaults(List.of(), null, Set.of(), Set.of());

    /// Those that have words on the page, and the field beside which they are asked.
    static final List<Rule> RULES =
            List.of(
                    new Rule("outside-plenary-window", "starts"),
                    new Rule("overlapping-plenaries", "date"),
                    new Rule("speaker-elsewhere", "date"));

    static final Set<String> QUESTIONS = Set.of("past", "next-day", "twice");
    private static final double MINUTES_OF_AN_HOUR = 60;
    private static final String OVERRIDE = "override.";

    /// In the order of the form.
    private static final List<String> FIELDS =
            List.of(
                    "date",
                    "override.overlapping-plenaries",
                    "override.speaker-elsewhere",
                    "starts",
                    "override.outside-plenary-window",
                    "ends",
                    "timeZone",
                    "place");

    private static final Set<String> CODES =
            Set.of("past", "impossible", "too-long", "skipped-time", "twice", "invalid-date");
    private static final Set<String> PROBLEMS = Set.of("session-changed", "session-cancelled");

    public record Rule(String name, String field) {}

    public MoveFaults {
        all = List.copyOf(all);
    }

    static MoveFaults of(Problem problem, MoveForm form) {
        var name = problem.name();
        if (PROBLEMS.contains(name)) {
            return new MoveFaults(List.of(), "move.fault." + name, Set.of(), Set.of());
        }
        var rules = known(problem.rules(), RULES.stream().map(Rule::name).toList());
        var questions = known(problem.questions(), QUESTIONS);
        var all = new ArrayList<Fault>();
        for (var fault : problem.faults()) {
            var field = String.valueOf(fault.field());
            if (FIELDS.contains(field)) {
                all.add(fault(field, String.valueOf(fault.code()), problem, form));
            }
        }
        addMissingReasons(all, rules, form);
        return new MoveFaults(all, all.isEmpty() ? general(rules) : null, rules, questions);
    }

    /// Everything that can be told of what cannot be read; reasons that were asked for stay asked.
    ///
    /// @param unreadable none: nothing is wrong yet
    static MoveFaults unreadable(List<Fault> unreadable, MoveForm form) {
        if (unreadable.isEmpty()) {
            return NONE;
        }
        var all = new ArrayList<>(unreadable);
        var rules = form.overrides().keySet();
        addMissingReasons(all, rules, form);
        return new MoveFaults(all, null, rules, Set.of());
    }

    private static void addMissingReasons(List<Fault> to, Set<String> rules, MoveForm form) {
        rules.stream()
                .filter(form::lacksReasonFor)
                .map(rule ->
                        new Fault(OVERRIDE + rule, "move.fault.no-reason", "required", List.of()))
                .forEach(to::add);
        to.sort(Comparator.comparingInt(fault -> FIELDS.indexOf(fault.field())));
    }

    private static String general(Set<String> rules) {
        return rules.stream().findFirst().map("move.fault."::concat).orElse("fault.refused");
    }

    static MoveFaults of(ServiceUnavailable away) {
        return new MoveFaults(List.of(), "move.fault.unavailable", Set.of(), Set.of());
    }

    private static Fault fault(String field, String code, Problem problem, MoveForm form) {
        return switch (code) {
            case "outside-plenary-window" -> outside(field, code, problem.allowedHours());
            case "overlapping-plenaries", "speaker-elsewhere" ->
                    new Fault(field, "move.fault." + code, code, List.of());
            case "next-day" ->
                    new Fault(
                            field,
                            "move.fault.next-day",
                            code,
                            List.of(form.starts(), form.ends()));
            default ->
                    new Fault(
                            field,
                            CODES.contains(code) ? "move.fault." + code : "fault.invalid",
                            code,
                            List.of());
        };
    }

    private static Fault outside(String field, String code, Problem.@Nullable AllowedHours hours) {
        if (hours == null) {
            return new Fault(field, "move.fault." + code, code, List.of());
        }
        var lasts = hours.lasts();
        if (lasts == null) {
            return new Fault(
                    field, "move.fault.allowed-hours", code, List.of(hours.starts(), hours.ends()));
        }
        return new Fault(
                field,
                "move.fault.allowed-hours-lasting",
                code,
                List.of(
                        hours.starts(),
                        hours.ends(),
                        lasts.toMinutes() / MINUTES_OF_AN_HOUR,
                        inHours(lasts)));
    }

    /// `2`, or `1:30`.
    public static String inHours(Duration lasts) {
        var minutes = lasts.toMinutesPart();
        return lasts.toHours()
                + (minutes == 0 ? "" : minutes < 10 ? ":0" + minutes : ":" + minutes);
    }

    static Set<String> known(
            @Nullable List<? extends @Nullable String> words, Collection<String> known) {
        return words == null
                ? Set.of()
                : known.stream().filter(words::contains).collect(Collectors.toSet());
    }

    public boolean isEmpty() {
        return all.isEmpty() && general == null;
    }

    public List<Fault> at(String field) {
        return all.stream().filter(fault -> fault.field().equals(field)).toList();
    }

    /// The id of a field's input: that of the reason for a rule is `override-` and the rule.
    public static String input(String field) {
        return field.replace('.', '-');
    }

    /// The id of one of the faults of a field, which its input refers to.
    public static String id(String field, int index) {
        return input(field) + (index == 0 ? "-fault" : "-fault-" + (index + 1));
    }

    /// For `aria-describedby`: the ids of all faults of a field; `null` where there is none.
    public @Nullable String describedBy(String field) {
        var count = at(field).size();
        return count == 0
                ? null
                : IntStream.range(0, count)
                        .mapToObj(index -> id(field, index))
                        .collect(Collectors.joining(" "));
    }

    /// The questions that are asked beside a field.
    public List<String> questionsAt(String field) {
        return at(field).stream().map(Fault::code).filter(questions::contains).toList();
    }
}
