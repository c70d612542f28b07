package org.tinkuy.notification.notice.mail;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailSource;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.delivery.RememberedTexts;
import org.tinkuy.notification.notice.Letter;
import org.tinkuy.notification.notice.Letters;
import org.tinkuy.notification.notice.SignInCode;
import reactor.core.publisher.Mono;

/// Writes codes, and what became of registrations.
@Component
class MailWriter implements MailSource {

    private final NotificationSettings settings;
    private final Letters letters;
    private final MailWords words;
    private final CodeTexts codes;
    private final NoticeTexts notices;

    MailWriter(NotificationSettings settings, Letters letters, MailWords words) {
        this.settings = settings;
        this.letters = letters;
        this.words = words;
        this.codes = new CodeTexts(words);
        this.notices = new NoticeTexts(words);
    }

    @Override
    public Set<DeliveryKind> kinds() {
        return EnumSet.of(
                DeliveryKind.SIGN_IN_CODE,
                DeliveryKind.REGISTRATION_CONFIRMED,
                DeliveryKind.REGISTRATION_WAITLISTED,
                DeliveryKind.REGISTRATION_PROMOTED,
                DeliveryKind.REGISTRATION_CANCELLED);
    }

    @Override
    public Mono<Map<DeliveryId, Mail>> gather(List<Delivery> batch, Instant now) {
        return letters.gather(batch)
                .map(found ->
                        found.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                letter -> write(letter.getValue()))));
    }

    Mail write(Letter letter) {
        var to = letter.to();
        return switch (letter) {
            case Letter.Code code -> {
                var digits = SignInCode.of(code.challengeId(), settings.signInSecret()).digits();
                var link = "/sign-in/" + code.challengeId() + "?code=" + digits;
                yield new Mail(
                        to,
                        codes.of(code),
                        Map.of(
                                RememberedTexts.NAME, to.nameToGreet(),
                                CodeTexts.CODE, digits,
                                CodeTexts.LINK, words.page(link).toString()));
            }
            case Letter.Notice notice -> new Mail(to, notices.of(notice));
        };
    }
}
