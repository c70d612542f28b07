package org.tinkuy.notification.newsletter.mail;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.newsletter.Variable;

/// What differs from reader to reader; newsletter and programme do not.
final class ReaderSlots {

    private static final List<Variable> READERS_OWN =
            List.of(Variable.NAME, Variable.ADDRESS, Variable.UNSUBSCRIBE);

    private ReaderSlots() {}

    /// @param name `null`, or blank: it is not known
    /// @param leaving the page that ends what brings the mail
    record Reader(@Nullable String name, String address, String leaving) {

        private String value(Variable variable, MailText text, MailWords words) {
            return switch (variable) {
                case NAME ->
                        name == null || name.isBlank()
                                ? words.say(text.language(), "campaign.reader")
                                : name;
                case ADDRESS -> address;
                case UNSUBSCRIBE -> leaving;
                case NEWSLETTER, PROGRAMME ->
                        throw new IllegalArgumentException(variable + " is everybody's");
            };
        }
    }

    /// Each that is used has to be filled in for every reader.
    static Set<String> in(String text) {
        return READERS_OWN.stream()
                .flatMap(variable -> Stream.of(variable.slot(), variable.slotInLink()))
                .filter(slot -> text.contains("{" + slot + "}"))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Map<String, String> filled(MailText text, Reader reader, MailWords words) {
        var slots = new HashMap<String, String>();
        for (var variable : READERS_OWN) {
            var value = reader.value(variable, text, words);
            if (text.slots().contains(variable.slot())) {
                slots.put(variable.slot(), value);
            }
            if (text.slots().contains(variable.slotInLink())) {
                slots.put(variable.slotInLink(), encoded(value));
            }
        }
        return slots;
    }

    static String encoded(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    static String spliced(String text, Map<String, String> values, boolean html) {
        var spliced = text;
        for (var value : values.entrySet()) {
            spliced =
                    spliced.replace(
                            "{" + value.getKey() + "}",
                            html ? HtmlUtils.htmlEscape(value.getValue()) : value.getValue());
        }
        return spliced;
    }
}
