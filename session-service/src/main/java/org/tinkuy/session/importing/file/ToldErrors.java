package org.tinkuy.session.importing.file;

import java.util.ArrayList;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InvalidInput;

/// What is told of a file that is refused: as much as a person reads. A key of two megabytes is not
/// sent back, nor a line for each of ten thousand sessions.
final class ToldErrors {

    private static final int MOST = 50;
    private static final int LONGEST_FIELD = 200;
    private static final int LONGEST_DETAIL = 1000;
    private static final int LONGEST_VALUE = 100;

    private ToldErrors() {}

    static InvalidInput of(InvalidInput all) {
        var told = new ArrayList<FieldError>();
        all.errors().stream().limit(MOST).map(ToldErrors::brief).forEach(told::add);
        var left = all.errors().size() - told.size();
        if (left > 0) {
            told.add(new FieldError("", "too-many", "and " + left + " more"));
        }
        return new InvalidInput(told);
    }

    private static FieldError brief(FieldError error) {
        var value = error.value();
        return new FieldError(
                brief(error.field(), LONGEST_FIELD),
                error.code(),
                brief(error.detail(), LONGEST_DETAIL),
                value == null ? null : brief(value, LONGEST_VALUE));
    }

    /// The end of a path tells as much as its beginning.
    private static String brief(String text, int longest) {
        var half = longest / 2;
        return text.length() <= longest
                ? text
                : whole(text.substring(0, half))
                        + "…"
                        + whole(text.substring(text.length() - half));
    }

    /// Without half of a character at the cut.
    private static String whole(String piece) {
        return piece.codePoints()
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
