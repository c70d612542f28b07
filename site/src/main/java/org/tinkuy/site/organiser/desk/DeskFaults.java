package org.tinkuy.site.organiser.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.tinkuy.languages.Language;
import org.tinkuy.site.organiser.desk.Field.Input;
import org.tinkuy.site.organiser.desk.Field.Section;
import org.tinkuy.site.upstream.Problem;

/// What is wrong with a form of the desk, each beside its field.
///
/// @param general key of the words for the form as a whole; `null`: nothing is wrong
/// @param there what somebody else's draft says where it differs, by input
public record DeskFaults(
        List<Fault> all, @Nullable String general, HttpStatus status, Map<String, String> there) {

    static final DeskFaults NONE = general(null, HttpStatus.OK);
    static final DeskFaults UNAVAILABLE =
            general("move.fault.unavailable", HttpStatus.SERVICE_UNAVAILABLE);
    static final DeskFaults GONE = general("desk.fault.gone", HttpStatus.UNPROCESSABLE_CONTENT);

    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("required", "desk.fault.required"),
                    Map.entry("too-long", "fault.too-long"),
                    Map.entry("too-many", "desk.fault.too-many"),
                    Map.entry("invalid-characters", "fault.invalid-characters"),
                    Map.entry("invalid-date", "move.fault.invalid-date"),
                    Map.entry("invalid-time", "desk.fault.time"),
                    Map.entry("invalid-time-zone", "time-zone.fault"),
                    Map.entry("out-of-range", "desk.fault.number"),
                    Map.entry("impossible", "desk.fault.impossible"),
                    Map.entry("unknown-event", "desk.fault.unknown-event"),
                    Map.entry("unknown-speaker", "desk.fault.unknown-speaker"),
                    Map.entry("invalid-address", "fault.invalid-address"),
                    Map.entry("taken", "desk.fault.taken"));

    /// Of a session, whose two are times rather than days.
    private static final Map<String, String> WORDS_OF_TIMES =
            Map.of(
                    "impossible",
                    "move.fault.impossible",
                    "skipped-time",
                    "move.fault.skipped-time");

    /// What is about no field, by the name of the problem.
    private static final Map<String, String> WORDS_OF_PROBLEMS =
            Map.of("session-cancelled", "move.fault.session-cancelled");

    /// @param input beside which it stands
    /// @param label key of the field's label
    /// @param language of the text that is wrong, in its own name; `null`: it has none
    /// @param key of its message
    public record Fault(String input, String label, @Nullable String language, String key) {}

    private static DeskFaults general(@Nullable String key, HttpStatus status) {
        return new DeskFaults(List.of(), key, status, Map.of());
    }

    static DeskFaults changedMeanwhile(Map<String, String> there) {
        return new DeskFaults(List.of(), "desk.fault.changed", HttpStatus.CONFLICT, there);
    }

    static DeskFaults notNumbers(List<Field> fields) {
        return of(
                fields.stream()
                        .map(field ->
                                new Fault(field.input(), field.label(), null, "desk.fault.number"))
                        .toList());
    }

    /// @param spoken whose text is asked for where none is given
    static DeskFaults of(Problem problem, List<Section> sections, Language spoken) {
        var about = WORDS_OF_PROBLEMS.get(problem.name());
        if (about != null) {
            return general(about, HttpStatus.CONFLICT);
        }
        var found = new LinkedHashMap<String, Fault>();
        for (var fault : problem.faults()) {
            var path = String.valueOf(fault.field());
            Fields.all(sections)
                    .filter(field -> isAbout(path, field))
                    .findFirst()
                    .map(field -> fault(field, path, String.valueOf(fault.code()), spoken))
                    .ifPresent(its -> found.putIfAbsent(its.input() + its.key(), its));
        }
        return of(inOrder(found.values().stream().toList(), sections));
    }

    private static DeskFaults of(List<Fault> all) {
        return new DeskFaults(
                all,
                all.isEmpty() ? "fault.refused" : "fault.see-below",
                HttpStatus.UNPROCESSABLE_CONTENT,
                Map.of());
    }

    /// `organisers[2]` is about `organisers`, and `policy.plenary` about the first of its two.
    private static boolean isAbout(String path, Field field) {
        return path.equals(field.path())
                || path.startsWith(field.path() + ".")
                || path.startsWith(field.path() + "[")
                || field.path().startsWith(path + ".");
    }

    private static String words(Field field, String code) {
        var times = field.type() == Input.TIME ? WORDS_OF_TIMES.get(code) : null;
        if (times != null) {
            return times;
        }
        return field.path().equals(Fields.AGREED) && code.equals("impossible")
                ? "desk.fault.declined"
                : WORDS.getOrDefault(code, "fault.invalid");
    }

    private static Fault fault(Field field, String path, String code, Language spoken) {
        var key = words(field, code);
        if (!field.isByLanguage()) {
            return new Fault(field.input(), field.label(), null, key);
        }
        var language =
                path.length() > field.path().length()
                        ? Language.of(path.substring(field.path().length() + 1)).orElse(spoken)
                        : spoken;
        return new Fault(field.input(language.tag()), field.label(), language.ownName(), key);
    }

    private static List<Fault> inOrder(List<Fault> faults, List<Section> sections) {
        var ordered = new ArrayList<Fault>();
        Fields.all(sections)
                .forEach(field ->
                        faults.stream()
                                .filter(fault -> belongs(fault, field))
                                .forEach(ordered::add));
        return ordered;
    }

    private static boolean belongs(Fault fault, Field field) {
        return fault.input().equals(field.input())
                || (field.isByLanguage() && fault.input().startsWith(field.input() + "-"));
    }

    public boolean isEmpty() {
        return general == null;
    }

    public List<Fault> at(String input) {
        return all.stream().filter(fault -> fault.input().equals(input)).toList();
    }

    /// The id of one of the faults of an input.
    public static String id(String input, int index) {
        return input + (index == 0 ? "-fault" : "-fault-" + (index + 1));
    }

    /// For `aria-describedby`, with all that stands beside an input; `null`: nothing does.
    ///
    /// @param hints ids of hints that are there
    public @Nullable String describedBy(String input, List<String> hints) {
        var ids = new ArrayList<String>();
        IntStream.range(0, at(input).size()).mapToObj(index -> id(input, index)).forEach(ids::add);
        if (there.containsKey(input)) {
            ids.add(input + "-there");
        }
        ids.addAll(hints);
        return ids.isEmpty() ? null : ids.stream().collect(Collectors.joining(" "));
    }
}
