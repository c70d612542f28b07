package org.tinkuy.notification.newsletter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a campaign's text may name between double braces, as in `{{name}}`.
///
/// While the Markdown is read and cleaned, a mark stands for the value: letters only, or an
/// address, so that neither step sees anything special in it.
public enum Variable {
    /// Of whoever reads it, where an attendee has the same address; else the language's word for a
    /// reader.
    NAME(true),
    ADDRESS(false),
    NEWSLETTER(true),
    PROGRAMME(true),
    /// The address of the page that ends the subscription.
    UNSUBSCRIBE(false);

    static final Pattern USED = Pattern.compile("\\{\\{([^{}\\n]*)}}");

    /// A host that can never exist (RFC 2606 §2).
    static final String UNSUBSCRIBE_MARK = "https://tinkuy-mark.invalid/unsubscribe";

    private static final String MARK_BEGINS = "TiNkUyMaRk";

    private final boolean inSubject;

    Variable(boolean inSubject) {
        this.inSubject = inSubject;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mark() {
        return this == UNSUBSCRIBE ? UNSUBSCRIBE_MARK : MARK_BEGINS + name() + "z";
    }

    boolean isForSubject() {
        return inSubject;
    }

    static Optional<Variable> labelled(String written) {
        var label = written.strip();
        return Arrays.stream(values()).filter(it -> it.label().equals(label)).findFirst();
    }

    static String all() {
        return Arrays.stream(values())
                .map(variable -> "{{" + variable.label() + "}}")
                .collect(Collectors.joining(", "));
    }

    /// Whoever types a mark by hand would get a value.
    static boolean looksLikeMark(String text) {
        return text.contains(MARK_BEGINS) || text.contains("tinkuy-mark.invalid");
    }

    /// @param text whose variables are all known
    public static String marked(String text) {
        return USED.matcher(text)
                .replaceAll(found -> labelled(found.group(1)).orElseThrow().mark());
    }
}
