package org.tinkuy.session.importing;

import java.util.Locale;
import org.tinkuy.problems.Refusal;

/// A file of programmes is larger than is taken.
public final class FileTooLarge extends Refusal {

    /// @param largest that is taken, in megabytes
    public FileTooLarge(long largest) {
        super(
                Because.TOO_LARGE,
                "body-too-large",
                "The body is larger than is taken here.",
                String.format(Locale.ROOT, "A file of programmes has up to %d MB.", largest));
    }
}
