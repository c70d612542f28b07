package org.tinkuy.notification.newsletter;

import org.tinkuy.problems.FieldErrors;

/// What is wrong inside a campaign's text.
///
/// @param piece the tag or address that is wrong, as it was written; the beginning of a long one
record TextFault(String code, String detail, String piece) {

    private static final int LONGEST_PIECE = 120;

    TextFault {
        piece = Variable.unmarked(piece);
        if (piece.length() > LONGEST_PIECE) {
            piece = piece.substring(0, LONGEST_PIECE) + "…";
        }
    }

    static TextFault unknownVariable(String written) {
        return new TextFault(
                "unknown-variable",
                "No variable here is called so. There are " + Variable.all(),
                written);
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

    void at(String field, FieldErrors errors) {
        errors.wrong(field, code, detail, piece);
    }
}
