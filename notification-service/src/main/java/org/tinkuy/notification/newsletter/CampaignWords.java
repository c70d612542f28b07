package org.tinkuy.notification.newsletter;

import java.util.ArrayList;
import java.util.List;
import org.tinkuy.notification.people.Language;

/// What a campaign says in one language, as its author wrote it.
public record CampaignWords(String subject, String markdown) {

    /// Longer ones are cut by mail programs anyway; together with a name it stays below the 998
    /// characters of a header's line (RFC 5322 §2.1.1).
    static final int LONGEST_SUBJECT = 150;

    /// Three languages of it, as a form sends them, stay below the 64 KB that the gateway lets in.
    static final int LONGEST_TEXT = 12_000;

    List<Fault> faults(Language language) {
        var faults = new ArrayList<Fault>();
        subjectFaults("subject." + language.tag(), faults);
        textFaults("text." + language.tag(), faults);
        return faults;
    }

    private void subjectFaults(String field, List<Fault> faults) {
        if (subject.isBlank()) {
            faults.add(new Fault(field, "required", "Give a subject.", null));
        } else if (subject.codePointCount(0, subject.length()) > LONGEST_SUBJECT) {
            faults.add(
                    new Fault(
                            field,
                            "too-long",
                            "At most " + LONGEST_SUBJECT + " characters.",
                            null));
        } else if (subject.codePoints().anyMatch(CampaignWords::breaksALine)) {
            faults.add(
                    new Fault(field, "invalid-characters", "One line of plain characters.", null));
        } else {
            variableFaults(field, subject, true, faults);
        }
    }

    private void textFaults(String field, List<Fault> faults) {
        if (markdown.isBlank()) {
            faults.add(new Fault(field, "required", "Give a text.", null));
            return;
        }
        if (markdown.codePointCount(0, markdown.length()) > LONGEST_TEXT) {
            faults.add(
                    new Fault(field, "too-long", "At most " + LONGEST_TEXT + " characters.", null));
            return;
        }
        var before = faults.size();
        variableFaults(field, markdown, false, faults);
        if (faults.size() == before) {
            CompiledText.of(markdown).faults().forEach(fault -> faults.add(fault.at(field)));
        }
    }

    private static void variableFaults(
            String field, String text, boolean isSubject, List<Fault> faults) {
        if (Variable.looksLikeMark(text)) {
            faults.add(new Fault(field, "invalid-characters", "This stands for a variable.", null));
        }
        Variable.USED
                .matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .distinct()
                .filter(label ->
                        Variable.labelled(label)
                                .filter(it -> !isSubject || it.isForSubject())
                                .isEmpty())
                .forEach(label ->
                        faults.add(
                                new Fault(
                                        field,
                                        "unknown-variable",
                                        "No variable here is called so. There are "
                                                + Variable.all(),
                                        "{{" + label + "}}")));
    }

    private static boolean breaksALine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            // Marks that turn the direction of what follows (Unicode TR 36, "bidi").
            case Character.FORMAT -> codePoint != 0x200C && codePoint != 0x200D;
            default -> false;
        };
    }
}
