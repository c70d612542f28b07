package org.tinkuy.quickstart.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The part of Mailpit's search that tests and people use: words and `"phrases"` anywhere, and
/// `to:`, `from:`, `cc:`, `bcc:`, `addressed:`, `subject:`, `message-id:`; `-` or `!` before a term
/// excludes. All terms must hold; letters' case does not matter.
record MailSearch(List<Predicate<Mailpit.Summary>> terms) implements Predicate<Mailpit.Summary> {

    private static final Pattern TERM =
            Pattern.compile(
                    "([-!])?(?:(to|from|cc|bcc|addressed|subject|message-id):)?(?:\"([^\"]*)\"|(\\S+))",
                    Pattern.CASE_INSENSITIVE);

    static MailSearch of(String query) {
        var terms = new ArrayList<Predicate<Mailpit.Summary>>();
        var found = TERM.matcher(query);
        while (found.find()) {
            var field = found.group(2) == null ? "" : found.group(2).toLowerCase(Locale.ROOT);
            var words = found.group(3) == null ? found.group(4) : found.group(3);
            Predicate<Mailpit.Summary> term = m -> has(m, field, words.toLowerCase(Locale.ROOT));
            terms.add(found.group(1) == null ? term : term.negate());
        }
        return new MailSearch(terms);
    }

    @Override
    public boolean test(Mailpit.Summary mail) {
        return terms.stream().allMatch(t -> t.test(mail));
    }

    private static boolean has(Mailpit.Summary mail, String field, String words) {
        return switch (field) {
            case "to" -> any(mail.to(), words);
            case "cc" -> any(mail.cc(), words);
            case "bcc" -> any(mail.bcc(), words);
            case "from" -> any(from(mail), words);
            case "addressed" -> any(everybody(mail), words);
            case "subject" -> contains(mail.subject(), words);
            case "message-id" -> contains(mail.messageId(), words);
            default ->
                    any(everybody(mail), words)
                            || contains(mail.subject(), words)
                            || contains(mail.snippet(), words);
        };
    }

    private static List<Mailpit.Address> from(Mailpit.Summary mail) {
        return mail.from() == null ? List.of() : List.of(mail.from());
    }

    private static List<Mailpit.Address> everybody(Mailpit.Summary mail) {
        var all = new ArrayList<>(from(mail));
        all.addAll(mail.to());
        all.addAll(mail.cc());
        all.addAll(mail.bcc());
        all.addAll(mail.replyTo());
        return all;
    }

    private static boolean any(List<Mailpit.Address> addresses, String words) {
        return addresses.stream().anyMatch(a -> contains(a.name() + " " + a.address(), words));
    }

    private static boolean contains(String text, String words) {
        return text.toLowerCase(Locale.ROOT).contains(words);
    }
}
