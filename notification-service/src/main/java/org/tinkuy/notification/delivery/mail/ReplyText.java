package org.tinkuy.notification.delivery.mail;

import java.util.regex.Pattern;
import org.tinkuy.notification.people.OneLine;

/// What a mail server said, fit to be kept and passed on.
///
/// Servers like to repeat the recipient's address, and no message or log but `attendees` carries
/// one.
final class ReplyText {

    /// From the beginning of a word only: a long one without an @ is read once, and not once more
    /// from each of its letters.
    private static final Pattern ADDRESS =
            Pattern.compile("<?(?<![^\\s<>@])[^\\s<>@]++@[^\\s<>@]++>?");

    private static final int LONGEST = 300;

    private ReplyText() {}

    static String of(String said) {
        var words = ADDRESS.matcher(OneLine.of(said)).replaceAll("<address>");
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }
}
