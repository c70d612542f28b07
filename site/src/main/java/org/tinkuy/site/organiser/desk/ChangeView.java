package org.tinkuy.site.organiser.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.organiser.desk.DeskWords.Line;

/// One part that would change for everybody, in words.
///
/// @param part `programme`, `event`, `challenge` or `session`
/// @param change `added`, `changed` or `removed`
/// @param href where it is changed again; `null`: not at the desk, or nowhere any more
/// @param doubtful the session as it is drafted, where something speaks against it: whoever mends
///   it needs its hour, also where only its programme's time zone changes; `null`: nothing does
/// @param told how many people would be told that it takes place elsewhere or at another time
/// @param overhang how many more have a seat than there would be
/// @param reinstated what was cancelled takes place after all
record ChangeView(
        String part,
        String change,
        Line title,
        @Nullable String href,
        List<FieldView> fields,
        List<ObjectionView> objections,
        @Nullable Draft doubtful,
        int told,
        int overhang,
        boolean reinstated) {

    record FieldView(String label, List<Line> before, List<Line> after) {}

    /// @param of what the session is called
    /// @param input name and id of the answer
    /// @param answer `reason`, `yes`, or `none`: it has to be mended
    /// @param code as the service named it
    /// @param words what speaks against it
    /// @param href of the field that would be mended
    /// @param free the page of times that fit; `null`: another time does not help
    /// @param others what stands in the way
    /// @param given the answer so far
    /// @param lacking it was published without the answer, and refused
    record ObjectionView(
            String of,
            String input,
            String answer,
            String code,
            String words,
            String href,
            @Nullable String free,
            List<Other> others,
            String given,
            boolean lacking) {}

    record Other(String title, String href) {}
}
