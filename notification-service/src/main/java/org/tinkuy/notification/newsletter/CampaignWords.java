package org.tinkuy.notification.newsletter;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.FieldErrors;
import org.tinkuy.problems.PlainText;

/// What a campaign says in one language, as its author wrote it.
///
/// @param preheader what inboxes show beside the subject; empty: how the text begins
public record CampaignWords(String subject, String markdown, String preheader) {

    /// Longer ones are cut by mail programs anyway; together with a name it stays below the 998
    /// characters of a header's line (RFC 5322 §2.1.1).
    static final int LONGEST_SUBJECT = 150;

    /// Three languages of it, as a form sends them, stay below the 64 KB that the gateway lets in.
    static final int LONGEST_TEXT = 12_000;

    /// Inboxes show no more of it.
    static final int LONGEST_PREHEADER = 150;

    /// Those from before there were preheaders are kept without one.
    public CampaignWords(String subject, String markdown, @Nullable String preheader) {
        this.subject = subject;
        this.markdown = markdown;
        this.preheader = preheader == null ? "" : preheader;
    }

    public CampaignWords(String subject, String markdown) {
        this(subject, markdown, "");
    }

    /// @param audience decides what can be named in the texts
    List<FieldError> errors(Language language, Audience audience) {
        var errors = new FieldErrors();
        var inText = Variable.of(audience);
        var inLine = Variable.inLine(audience);
        checkSubject("subject." + language.tag(), inLine, errors);
        checkText("text." + language.tag(), inText, errors);
        checkPreheader("preheader." + language.tag(), inLine, errors);
        return errors.all();
    }

    private void checkSubject(String field, Set<Variable> known, FieldErrors errors) {
        if (PlainText.showsNothing(subject)) {
            errors.wrong(field, "required", "Give a subject.");
            return;
        }
        errors.line(field, subject, LONGEST_SUBJECT);
        checkVariables(field, subject, known, errors);
    }

    private void checkText(String field, Set<Variable> known, FieldErrors errors) {
        if (PlainText.showsNothing(markdown)) {
            errors.wrong(field, "required", "Give a text.");
            return;
        }
        checkVariables(field, markdown, known, errors);
        if (markdown.codePointCount(0, markdown.length()) > LONGEST_TEXT) {
            errors.wrong(field, "too-long", "At most " + LONGEST_TEXT + " characters.");
            return;
        }
        CompiledText.of(markdown).faults().forEach(fault -> fault.at(field, errors));
    }

    private void checkPreheader(String field, Set<Variable> known, FieldErrors errors) {
        if (!preheader.isEmpty()) {
            errors.line(field, preheader, LONGEST_PREHEADER);
            checkVariables(field, preheader, known, errors);
        }
    }

    private static void checkVariables(
            String field, String text, Set<Variable> known, FieldErrors errors) {
        if (Variable.looksLikeMark(text)) {
            errors.wrong(field, "invalid-characters", "This stands for a variable.");
        }
        Variable.faults(text, known).forEach(fault -> fault.at(field, errors));
    }
}
