package org.tinkuy.notification.newsletter;

import org.tinkuy.markdown.Markdown;
import org.tinkuy.problems.FieldErrors;

/// What is wrong inside a campaign's text.
///
/// @param piece the tag or address that is wrong
record TextFault(String code, String detail, String piece) {

    private static final int LONGEST_PIECE = 120;

    TextFault asIn(WrittenVariables variables) {
        return new TextFault(code, detail, variables.asWritten(piece));
    }

    /// @param known those that may stand there
    static TextFault unknownVariable(String written, String known) {
        return new TextFault(
                "unknown-variable", "No variable here is called so. There are " + known, written);
    }

    static TextFault variableNotClosed(String written) {
        return new TextFault(
                "variable-not-closed", "These braces are opened and never closed.", written);
    }

    static TextFault notClosed(String tag) {
        return new TextFault("html-not-closed", "This tag is opened and never closed.", tag);
    }

    static TextFault closesNothing(String tag) {
        return new TextFault("html-not-closed", "This tag closes what is not open here.", tag);
    }

    static TextFault notAllowed(String piece) {
        return new TextFault("html-not-allowed", "Mails are sent without this.", piece);
    }

    static TextFault leadsNowhere(String address) {
        return new TextFault(
                "invalid-link", "Links in mails begin with https://, http:// or mailto:.", address);
    }

    static TextFault variableBreaks(String address) {
        return new TextFault(
                "variable-in-link",
                "With a variable in this place the link is broken. It may stand in a path, behind"
                        + " ? or behind #.",
                address);
    }

    static TextFault tooManyCells() {
        return new TextFault(
                "too-long", "The tables have more than " + Markdown.MOST_CELLS + " cells.", "|");
    }

    /// Of a long piece, the beginning is told.
    void at(String field, FieldErrors errors) {
        var told = piece.length() > LONGEST_PIECE ? piece.substring(0, LONGEST_PIECE) + "…" : piece;
        errors.wrong(field, code, detail, told);
    }
}
