package org.tinkuy.site.organiser.desk;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.tinkuy.languages.Language;
import org.tinkuy.site.organiser.desk.Field.Input;
import org.tinkuy.site.organiser.desk.Field.Section;

/// A draft as it is typed, kept while it is mended.
///
/// @param typed by the name of the input; empty: not stated
/// @param version of the draft when the form was opened; 0: it is begun
public record DeskForm(List<Section> sections, Map<String, String> typed, long version) {

    private static final List<String> POLICY =
            List.of("policy.plenary.starts", "policy.plenary.ends");

    private static final List<String> NEWSLETTER =
            List.of("newsletter.name", "newsletter.acknowledgement");

    /// More digits than any number that is asked for.
    private static final int MOST_DIGITS = 9;

    static DeskForm of(List<Section> sections, Draft draft) {
        var typed = new LinkedHashMap<String, String>();
        Fields.all(sections)
                .forEach(field -> {
                    if (field.isByLanguage()) {
                        var texts = draft.texts(field.path());
                        for (var tag : Language.TAGS) {
                            typed.put(field.input(tag), texts.getOrDefault(tag, ""));
                        }
                    } else {
                        typed.put(field.input(), typed(field, draft));
                    }
                });
        return new DeskForm(sections, typed, draft.version());
    }

    static DeskForm of(List<Section> sections, MultiValueMap<String, String> form) {
        var typed = new LinkedHashMap<String, String>();
        Fields.all(sections)
                .forEach(field -> {
                    if (field.isByLanguage()) {
                        Language.TAGS.forEach(
                                tag -> typed.put(field.input(tag), first(form, field.input(tag))));
                    } else {
                        typed.put(field.input(), sent(field, form));
                    }
                });
        return new DeskForm(sections, typed, version(form));
    }

    private static String sent(Field field, MultiValueMap<String, String> form) {
        return switch (field.type()) {
            case LINES -> withoutEmptyLines(first(form, field.input()));
            case CHECKS -> inOrder(form.getOrDefault(field.input(), List.of()));
            default -> first(form, field.input());
        };
    }

    /// Whatever the order in which they are offered.
    private static String inOrder(List<String> checked) {
        return checked.stream().distinct().sorted().collect(Collectors.joining("\n"));
    }

    private static String typed(Field field, Draft draft) {
        return switch (field.type()) {
            case LINES -> String.join("\n", draft.lines(field.path()));
            case CHECKS -> inOrder(draft.lines(field.path()));
            case TIME -> time(draft.text(field.path()));
            default -> draft.text(field.path());
        };
    }

    /// Without the seconds, which are none.
    private static String time(String stated) {
        try {
            return stated.isEmpty() ? "" : LocalTime.parse(stated).toString();
        } catch (DateTimeException _) {
            return stated;
        }
    }

    private static String first(MultiValueMap<String, String> form, String name) {
        var value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /// A version that was tampered with is none that the draft ever had.
    static long version(MultiValueMap<String, String> form) {
        try {
            return Long.parseLong(first(form, "version"));
        } catch (NumberFormatException _) {
            return Long.MAX_VALUE;
        }
    }

    boolean isBegun() {
        return version != Draft.NOT_BEGUN;
    }

    /// Of what is there already: a version that says otherwise was tampered with.
    DeskForm begunAlready() {
        return isBegun() ? this : at(Long.MAX_VALUE);
    }

    /// The same words, sent over what is there now.
    DeskForm at(long now) {
        return new DeskForm(sections, typed, now);
    }

    public String value(String input) {
        return typed.getOrDefault(input, "");
    }

    DeskForm with(String input, String value) {
        var changed = new LinkedHashMap<>(typed);
        changed.put(input, value);
        return new DeskForm(sections, changed, version);
    }

    /// What was read, with what was typed in place of what the form shows.
    Draft over(Draft before) {
        var draft = before.with("version", version);
        for (var field : Fields.all(sections).toList()) {
            if (!field.path().contains(".") || states(field) || before.states(field.path())) {
                draft = draft.with(field.path(), value(field, before));
            }
        }
        return withoutEmpty(withoutEmpty(draft, POLICY), NEWSLETTER);
    }

    /// What it is called and when it is.
    Draft inShort() {
        var titles = new LinkedHashMap<String, String>();
        Language.TAGS.stream()
                .filter(tag -> !value("title-" + tag).isEmpty())
                .forEach(tag -> titles.put(tag, value("title-" + tag)));
        var brief = Draft.begun(titles.isEmpty() ? Map.of() : Map.of("title", titles));
        for (var input : List.of("name", "kind", "date", "starts", "ends")) {
            brief = brief.with(input, value(input));
        }
        return brief;
    }

    private boolean states(Field field) {
        return field.isByLanguage()
                ? Language.TAGS.stream().anyMatch(tag -> !value(field.input(tag)).isEmpty())
                : !value(field.input()).isEmpty();
    }

    /// Hours for plenaries of which neither is stated are none, as a newsletter without a word.
    private static Draft withoutEmpty(Draft draft, List<String> paths) {
        var name = paths.getFirst().substring(0, paths.getFirst().indexOf('.'));
        return draft.states(name) && paths.stream().noneMatch(draft::states)
                ? draft.with(name, null)
                : draft;
    }

    private @Nullable Object value(Field field, Draft before) {
        var value = value(field.input());
        return switch (field.type()) {
            case TEXTS, AREAS -> texts(field, before);
            case CHECKS -> checked(field, before);
            case LINES -> value.lines().toList();
            case NUMBER -> value.isEmpty() ? null : Integer.valueOf(value);
            default -> value.isEmpty() ? null : value;
        };
    }

    /// In the order in which they were, new ones after them; what is not offered stays.
    private List<String> checked(Field field, Draft before) {
        var sent = value(field.input()).lines().toList();
        var were = before.lines(field.path());
        return Stream.concat(
                        were.stream().filter(one -> sent.contains(one) || !field.offers(one)),
                        sent.stream().filter(one -> !were.contains(one)))
                .toList();
    }

    public boolean isChecked(Field field, String option) {
        return value(field.input()).lines().anyMatch(option::equals);
    }

    /// Languages that have no input keep their words.
    private @Nullable Map<String, String> texts(Field field, Draft before) {
        var texts = before.texts(field.path());
        Language.TAGS.forEach(tag -> {
            var words = value(field.input(tag));
            if (words.isEmpty()) {
                texts.remove(tag);
            } else {
                texts.put(tag, words);
            }
        });
        return texts.isEmpty() ? null : texts;
    }

    /// The numbers that are none.
    List<Field> notNumbers() {
        return Fields.all(sections)
                .filter(field -> field.type() == Input.NUMBER && states(field))
                .filter(field -> !isNumber(value(field.input())))
                .toList();
    }

    private static boolean isNumber(String text) {
        return text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// Where somebody else's draft says something else: what it says, by input.
    Map<String, String> differingFrom(Draft now) {
        var there = of(sections, now).typed;
        return there.entrySet().stream()
                .filter(its -> !its.getValue().equals(value(its.getKey())))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                (one, _) -> one,
                                LinkedHashMap::new));
    }

    private static String withoutEmptyLines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /// In whose stead another language's words are shown: its tag; `null`: it has its own, or
    /// nothing is written at all.
    public @Nullable String insteadOf(Field field, Language language) {
        if (!value(field.input(language.tag())).isEmpty()) {
            return null;
        }
        return language.fallbacks().stream()
                .filter(other -> !value(field.input(other.tag())).isEmpty())
                .findFirst()
                .or(() ->
                        Language.TAGS.stream()
                                .sorted()
                                .filter(tag -> !value(field.input(tag)).isEmpty())
                                .findFirst()
                                .flatMap(Language::of))
                .map(Language::tag)
                .orElse(null);
    }
}
