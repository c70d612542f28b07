package org.tinkuy.notification.newsletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The variables of one text as its author spelled them. A number behind each mark tells which
/// spelling it stands for, so that what is refused is said in the author's words: `{{nombre}}`, or
/// a name that no variable has.
final class WrittenVariables {

    /// In whatever case: a parser of HTML writes names of tags and attributes small.
    private static final Pattern NUMBERED =
            Pattern.compile("(" + Variable.MARK + ")n(\\d{1,9})n", Pattern.CASE_INSENSITIVE);

    private final List<String> spellings = new ArrayList<>();

    /// @return the text with numbered marks
    String marked(String text) {
        return Variable.marked(
                text,
                (variable, written) ->
                        String.format(Locale.ROOT, "%sn%dn", variable.mark(), number(written)));
    }

    private int number(String written) {
        if (!spellings.contains(written)) {
            spellings.add(written);
        }
        return spellings.indexOf(written);
    }

    /// @return with marks that stand for values
    static String withoutNumbers(String marked) {
        return NUMBERED.matcher(marked).replaceAll("$1");
    }

    /// @param marked with numbered marks
    String asWritten(String marked) {
        return NUMBERED.matcher(marked)
                .replaceAll(
                        mark -> Matcher.quoteReplacement(spelling(mark.group(2), mark.group())));
    }

    /// Whoever types a mark is refused, and no spelling stands behind it.
    private String spelling(String number, String mark) {
        var index = Integer.parseInt(number);
        return index < spellings.size() ? spellings.get(index) : mark;
    }
}
