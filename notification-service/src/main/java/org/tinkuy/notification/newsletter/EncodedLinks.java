package org.tinkuy.notification.newsletter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.owasp.html.HtmlStreamEventReceiver;

/// Hands on what it gets, without the numbers of [WrittenVariables], and with variables marked for
/// percent-encoding where they stand inside an address: `ana+news@example.org` in a query is read
/// there as `ana news@example.org`.
///
/// An address in the text counts too: mail programs make a link of it.
final class EncodedLinks implements HtmlStreamEventReceiver {

    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|mailto:)[^\\s<>\"]++", Pattern.CASE_INSENSITIVE);

    private final List<? extends HtmlStreamEventReceiver> receivers;

    EncodedLinks(List<? extends HtmlStreamEventReceiver> receivers) {
        this.receivers = List.copyOf(receivers);
    }

    /// The addresses that stand in words.
    static Stream<String> in(String text) {
        return ADDRESS.matcher(text).results().map(MatchResult::group);
    }

    @Override
    public void openDocument() {
        receivers.forEach(HtmlStreamEventReceiver::openDocument);
    }

    @Override
    public void closeDocument() {
        receivers.forEach(HtmlStreamEventReceiver::closeDocument);
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        var encoded = new ArrayList<>(attributes);
        encoded.replaceAll(WrittenVariables::withoutNumbers);
        for (var i = 0; i + 1 < encoded.size(); i += 2) {
            if (encoded.get(i).equals("href") || encoded.get(i).equals("src")) {
                encoded.set(i + 1, Variable.inLink(encoded.get(i + 1)));
            }
        }
        receivers.forEach(receiver -> receiver.openTag(element, encoded));
    }

    @Override
    public void closeTag(String element) {
        receivers.forEach(receiver -> receiver.closeTag(element));
    }

    @Override
    public void text(String text) {
        var encoded =
                ADDRESS.matcher(WrittenVariables.withoutNumbers(text))
                        .replaceAll(
                                found -> Matcher.quoteReplacement(Variable.inLink(found.group())));
        receivers.forEach(receiver -> receiver.text(encoded));
    }
}
