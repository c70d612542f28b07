package org.tinkuy.notification.publication.mail;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailSource;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.Recipients;
import org.tinkuy.notification.publication.RefusedPublication;
import org.tinkuy.notification.publication.RefusedPublications;
import reactor.core.publisher.Mono;

/// Writes that nothing was published, and why.
@Component
class PublicationMails implements MailSource {

    private static final String KEY = DeliveryKind.PUBLICATION_REFUSED.label();

    /// Those with words of their own; the desk tells of all others.
    private static final Set<String> EXPLAINED = Set.of("draft-changed", "changes-refused");

    private final RefusedPublications refusals;
    private final Recipients recipients;
    private final MailWords words;

    PublicationMails(RefusedPublications refusals, Recipients recipients, MailWords words) {
        this.refusals = refusals;
        this.recipients = recipients;
        this.words = words;
    }

    @Override
    public Set<DeliveryKind> kinds() {
        return Set.of(DeliveryKind.PUBLICATION_REFUSED);
    }

    @Override
    public Mono<Map<DeliveryId, Mail>> gather(List<Delivery> batch, Instant now) {
        var ids = batch.stream().map(PublicationMails::refusal).collect(Collectors.toSet());
        var people = batch.stream().map(Delivery::recipient).collect(Collectors.toSet());
        return refusals.find(ids)
                .zipWith(recipients.addressees(people))
                .map(found -> {
                    var mails = new HashMap<DeliveryId, Mail>();
                    for (var delivery : batch) {
                        var refused = found.getT1().get(refusal(delivery));
                        var to = found.getT2().get(delivery.recipient());
                        if (refused != null && to != null) {
                            mails.put(delivery.id(), new Mail(to, write(words, refused, to)));
                        }
                    }
                    return mails;
                });
    }

    private static UUID refusal(Delivery delivery) {
        return delivery.about().getFirst();
    }

    static MailText write(MailWords words, RefusedPublication refused, Addressee to) {
        var language = to.language();
        var title = refused.title().in(language);
        var model =
                Map.<String, Object>of(
                        "title", title,
                        "when", words.moment(language, refused.at(), refused.zone()),
                        "because", because(refused.problem()),
                        "desk", words.page(desk(refused)).toString());
        var body = words.write(KEY, language, to.nameToGreet(), model);
        return new MailText(
                language,
                words.say(language, KEY + ".subject", title),
                body.plain(),
                body.html(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    private static String because(String problem) {
        return KEY + ".because." + (EXPLAINED.contains(problem) ? problem : "other");
    }

    private static String desk(RefusedPublication refused) {
        return "/organiser/desk/" + refused.programme().value() + "/changes";
    }
}
