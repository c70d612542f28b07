package org.tinkuy.notification.newsletter;

import java.util.List;
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

    List<FieldError> errors(Language language) {
        var errors = new FieldErrors();
        checkSubject("subject." + language.tag(), errors);
        checkText("text." + language.tag(), errors);
        checkPreheader("preheader." + language.tag(), errors);
        return errors.all();
    }

    private void checkSubject(String field, FieldErrors errors) {
        if (PlainText.showsNothing(subject)) {
            errors.wrong(field, "required", "Give a subject.");
            return;
        }
        errors.line(field, subject, LONGEST_SUBJECT);
        checkVariables(field, subject, true, errors);
    }

    private void checkText(String field, FieldErrors errors) {
        if (PlainText.showsNothing(markdown)) {
            errors.wrong(field, "required", "Give a text.");
            return;
        }
        checkVariables(field, markdown, false, errors);
        if (markdown.codePointCount(0, markdown.length()) > LONGEST_TEXT) {
            errors.wrong(field, "too-long", "At most " + LONGEST_TEXT + " characters.");
            return;
        }
        CompiledText.of(markdown).faults().forEach(fault -> fault.at(field, errors));
    }

    private void checkPreheader(String field, FieldErrors errors) {
        if (!preheader.isEmpty()) {
            errors.line(field, preheader, LONGEST_PREHEADER);
            checkVariables(field, preheader, true, errors);
        }
    }

    private static void checkVariables(
            String field, String text, boolean isSubject, FieldErrors errors) {
        if (Variable.looksLikeMark(text)) {
            errors.wrong(field, "invalid-characters", "This stands for a variable.");
        }
        Variable.faults(text, isSubject).forEach(fault -> fault.at(field, errors));
    }
}
