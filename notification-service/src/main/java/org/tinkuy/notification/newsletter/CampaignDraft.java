package org.tinkuy.notification.newsletter;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.languages.Language;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.FieldErrors;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.smtp.Mailbox;

/// What a campaign says, in every language that its author wrote it in, to whom, and how fast.
///
/// @param words at least one language; every one of them may be sent
///
/// @param replyTo where answers go; `null`: to the sender
public record CampaignDraft(
        Map<Language, CampaignWords> words,
        SendingRate rate,
        @Nullable EmailAddress replyTo,
        Audience audience) {

    public CampaignDraft {
        words = Map.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a campaign says something");
        }
    }

    public CampaignDraft(Map<Language, CampaignWords> words, SendingRate rate) {
        this(words, rate, null, new Audience.Subscribers());
    }

    /// What a form or a program sent, unread. A language whose subject and text are both empty was
    /// not written.
    ///
    /// @param registered `null`: whoever is subscribed
    public record Typed(
            @Nullable Map<String, @Nullable String> subject,
            @Nullable Map<String, @Nullable String> text,
            @Nullable Map<String, @Nullable String> preheader,
            @Nullable Integer rate,
            @Nullable String replyTo,
            @Nullable TypedAudience registered) {

        public Typed(
                @Nullable Map<String, @Nullable String> subject,
                @Nullable Map<String, @Nullable String> text,
                @Nullable Integer rate) {
            this(subject, text, null, rate, null, null);
        }
    }

    /// @throws InvalidInput if it could not be sent as it is
    static CampaignDraft read(Typed typed) {
        var errors = new FieldErrors();
        var audience = TypedAudience.read(typed.registered(), errors);
        var subjects = written(typed.subject());
        var texts = written(typed.text());
        var preheaders = written(typed.preheader());
        unknownLanguages("subject", subjects, errors);
        unknownLanguages("text", texts, errors);
        unknownLanguages("preheader", preheaders, errors);
        var words = new EnumMap<Language, CampaignWords>(Language.class);
        for (var language : Language.values()) {
            var subject = subjects.getOrDefault(language.tag(), "").strip();
            var text = texts.getOrDefault(language.tag(), "").replace("\r\n", "\n");
            var preheader = preheaders.getOrDefault(language.tag(), "").strip();
            if (!subject.isEmpty() || !text.isBlank() || !preheader.isEmpty()) {
                var written = new CampaignWords(subject, text, preheader);
                errors.addAll(written.errors(language, audience));
                words.put(language, written);
            }
        }
        if (words.isEmpty()) {
            unwritten("subject", subjects, errors);
            unwritten("text", texts, errors);
        }
        var rate = typed.rate() == null ? SendingRate.USUAL : typed.rate();
        if (!SendingRate.isPossible(rate)) {
            errors.wrong(
                    "rate",
                    "out-of-range",
                    "Between 1 and " + SendingRate.FASTEST + " messages per second.");
        }
        var replyTo = replyTo(typed.replyTo(), errors);
        errors.refuseIfAny();
        return new CampaignDraft(words, new SendingRate(rate), replyTo, audience);
    }

    /// For whoever names what is wrong elsewhere, too; empty: nothing is.
    public static List<FieldError> faults(Typed typed) {
        try {
            var _ = read(typed);
            return List.of();
        } catch (InvalidInput wrong) {
            return wrong.errors();
        }
    }

    /// Beside the first language that was sent, if any was.
    private static void unwritten(String field, Map<String, String> by, FieldErrors errors) {
        var sent = Stream.of(Language.values()).map(Language::tag).filter(by::containsKey);
        errors.wrong(
                sent.findFirst().map(tag -> field + "." + tag).orElse(field),
                "required",
                "Write it in one language at least.");
    }

    /// `null` in the place of a text is no text.
    private static Map<String, String> written(@Nullable Map<String, @Nullable String> by) {
        var written = new HashMap<String, String>();
        if (by != null) {
            by.forEach((tag, text) -> written.put(tag, text == null ? "" : text));
        }
        return written;
    }

    private static @Nullable EmailAddress replyTo(@Nullable String typed, FieldErrors errors) {
        var address = typed == null ? null : errors.address("replyTo", typed);
        if (address != null && !canBeMailed(address)) {
            errors.wrong("replyTo", "invalid-address", "No mail can be sent to such an address.");
        }
        return address;
    }

    private static boolean canBeMailed(EmailAddress address) {
        try {
            var _ = Mailbox.of(address.value());
            return true;
        } catch (Mailbox.Unusable _) {
            return false;
        }
    }

    private static void unknownLanguages(String field, Map<String, String> by, FieldErrors errors) {
        by.keySet().stream()
                .filter(tag -> !Language.TAGS.contains(tag))
                .sorted()
                .forEach(tag ->
                        errors.wrong(
                                field + "." + tag,
                                "unknown-language",
                                "One of " + String.join(", ", Language.TAGS) + ".",
                                tag));
    }

    /// The language in which a reader of another one gets it.
    public Language languageFor(Language wished) {
        return Stream.concat(wished.fallbacks().stream(), Stream.of(Language.values()))
                .filter(words::containsKey)
                .findFirst()
                .orElseThrow();
    }

    public CampaignWords in(Language written) {
        var found = words.get(written);
        if (found == null) {
            throw new IllegalArgumentException("not written in " + written.tag());
        }
        return found;
    }
}
