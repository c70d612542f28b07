package org.tinkuy.notification.newsletter;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a campaign's text may name between double braces, as in `{{name}}`, or in the word that one
/// of the other languages has for it: `{{nombre}}`.
///
/// While the Markdown is read and cleaned, a mark stands for the value: letters only, or an
/// address, so that neither step sees anything special in it.
public enum Variable {
    /// Of whoever reads it, where an attendee has the same address; else the language's word for a
    /// reader.
    NAME(true, "nombre", "nom", "suti"),
    ADDRESS(false, "dirección", "adresse", "correo"),
    NEWSLETTER(true, "boletín", "lettre", "willakuy"),
    PROGRAMME(true, "programa"),
    /// The address of the page that ends the subscription; in a message to the registered, which
    /// cannot name it, of the one that ends the registration.
    UNSUBSCRIBE(false, "baja", "désinscription", "saqiy");

    private static final Pattern USED = Pattern.compile("\\{\\{([^{}\\n]*+)}}");

    /// As much of it as tells which one is meant.
    private static final Pattern NOT_CLOSED = Pattern.compile("\\{\\{[^\\s{}]{0,30}");

    /// A host that can never exist (RFC 2606 §2).
    private static final String UNSUBSCRIBE_MARK = "https://tinkuy-mark.invalid/unsubscribe";

    private static final String MARK_BEGINS = "TiNkUyMaRk";

    /// What the mark of any looks like, as a regular expression.
    static final String MARK = MARK_BEGINS + "[A-Z]+z|" + Pattern.quote(UNSUBSCRIBE_MARK);

    private final boolean inSubject;

    @SuppressWarnings("ImmutableEnumChecker") // a set that nobody can change
    private final Set<String> words;

    Variable(boolean inSubject, String... otherWords) {
        this.inSubject = inSubject;
        this.words =
                Stream.concat(Stream.of(label()), Arrays.stream(otherWords))
                        .map(Variable::withoutAccents)
                        .collect(Collectors.toUnmodifiableSet());
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mark() {
        return this == UNSUBSCRIBE ? UNSUBSCRIBE_MARK : slot();
    }

    /// Stands for the percent-encoded value.
    public String markInLink() {
        return slotInLink();
    }

    /// The name of the slot that takes the value. Nobody can type it: it is refused as a mark.
    public String slot() {
        return MARK_BEGINS + name() + "z";
    }

    public String slotInLink() {
        return MARK_BEGINS + "LINK" + name() + "z";
    }

    static Optional<Variable> labelled(String written) {
        var word = withoutAccents(written.strip());
        return Arrays.stream(values()).filter(it -> it.words.contains(word)).findFirst();
    }

    /// Whoever has no accents at hand is understood.
    private static String withoutAccents(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /// Those that a text to them may name.
    static Set<Variable> of(Audience audience) {
        return switch (audience) {
            case Audience.Subscribers _ -> EnumSet.allOf(Variable.class);
            case Audience.Registered _ -> EnumSet.of(NAME, ADDRESS, PROGRAMME);
        };
    }

    /// Those that a subject may name, or what inboxes show beside it.
    static Set<Variable> inLine(Audience audience) {
        var known = of(audience);
        known.removeIf(variable -> !variable.inSubject);
        return known;
    }

    private static String listed(Set<Variable> known) {
        return known.stream()
                .map(variable -> "{{" + variable.label() + "}}")
                .collect(Collectors.joining(", "));
    }

    /// Whoever types a mark by hand would get a value.
    static boolean looksLikeMark(String text) {
        return text.contains(MARK_BEGINS) || text.contains("tinkuy-mark.invalid");
    }

    /// @param marked text in which marks stand for variables
    static boolean isIn(String marked) {
        return Arrays.stream(values()).anyMatch(variable -> marked.contains(variable.mark()));
    }

    /// @param filled what [#inLink] returned, or a piece of it
    static boolean isInLink(String filled) {
        return Arrays.stream(values()).anyMatch(variable -> filled.contains(variable.markInLink()));
    }

    /// What names no variable gets the mark of some other, so that what stands around it can be
    /// read; it is a fault anyway ([#faults]).
    public static String marked(String text) {
        return marked(text, (variable, _) -> variable.mark());
    }

    /// @param mark of a variable that is written so
    static String marked(String text, BiFunction<Variable, String, String> mark) {
        return USED.matcher(text)
                .replaceAll(found ->
                        mark.apply(labelled(found.group(1)).orElse(UNSUBSCRIBE), found.group()));
    }

    /// A variable that is the whole address, or begins it, is one itself.
    static String inLink(String address) {
        var whole = address.startsWith(UNSUBSCRIBE_MARK) ? UNSUBSCRIBE_MARK : "";
        var rest = address.substring(whole.length());
        for (var variable : values()) {
            rest = rest.replace(variable.mark(), variable.markInLink());
        }
        return whole + rest;
    }

    /// What is wrong with the variables of a text, each once.
    ///
    /// @param known those that it may name
    static List<TextFault> faults(String text, Set<Variable> known) {
        var unknown =
                USED.matcher(text)
                        .results()
                        .filter(found -> labelled(found.group(1)).filter(known::contains).isEmpty())
                        .map(found -> TextFault.unknownVariable(found.group(), listed(known)));
        var notClosed =
                NOT_CLOSED
                        .matcher(USED.matcher(text).replaceAll(" "))
                        .results()
                        .map(found -> TextFault.variableNotClosed(found.group()));
        return Stream.concat(unknown, notClosed).distinct().toList();
    }
}
