package org.tinkuy.notification.newsletter.mail;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.newsletter.ConfirmationToken;
import org.tinkuy.notification.newsletter.Copies;
import org.tinkuy.notification.newsletter.SubscriptionRequest;

/// The question whether somebody meant to subscribe.
@Component
class SubscriptionMails {

    private final MailWords words;
    private final NotificationSettings settings;

    SubscriptionMails(MailWords words, NotificationSettings settings) {
        this.words = words;
        this.settings = settings;
    }

    /// Who has confirmed before is told so: nothing would be worse than to wait for a mail.
    Mail mail(Copies.Question question) {
        var language = question.to().language();
        var kind = question.subscribed() ? "subscription-known" : "subscription-confirmation";
        var token = ConfirmationToken.of(question.request(), settings.signInSecret());
        var name = question.newsletter().name();
        var model = new LinkedHashMap<String, Object>();
        model.put("kind", kind);
        model.put("days", SubscriptionRequest.OPEN_FOR.toDays());
        model.put("newsletter", name);
        model.put("programme", question.newsletter().programmeTitle().in(language));
        model.put(
                "link",
                words.page(
                                question.subscribed()
                                        ? "/newsletter/unsubscribe/" + question.token().text()
                                        : "/newsletter/confirm/" + token.text())
                        .toString());
        var body = words.write("subscription", language, "", model);
        return new Mail(
                question.to(),
                new MailText(
                                language,
                                words.say(language, kind + ".subject", name),
                                body.plain(),
                                body.html(),
                                Optional.empty(),
                                Optional.empty(),
                                Set.of())
                        .from(question.newsletter().programmeTitle().in(language)));
    }
}
