package org.tinkuy.notification.reminder.mail;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailSource;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.people.SessionDetails;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.reminder.ReinstatementCopies;
import org.tinkuy.notification.reminder.ReminderCopies;
import org.tinkuy.notification.reminder.RescheduleCopies;
import org.tinkuy.notification.reminder.RescheduleCopies.Told;
import reactor.core.publisher.Mono;

/// Looks up what reminders and notices of sessions that were moved, or take place after all, say,
/// just before they are sent. What a later change has overtaken says nothing.
@Component
class ReminderMails implements MailSource {

    private final ReminderCopies reminders;
    private final RescheduleCopies notices;
    private final ReinstatementCopies reinstatements;
    private final Schedule schedule;
    private final Recipients recipients;
    private final ReminderTexts texts;

    ReminderMails(
            ReminderCopies reminders,
            RescheduleCopies notices,
            ReinstatementCopies reinstatements,
            Schedule schedule,
            Recipients recipients,
            ReminderTexts texts) {
        this.reminders = reminders;
        this.notices = notices;
        this.reinstatements = reinstatements;
        this.schedule = schedule;
        this.recipients = recipients;
        this.texts = texts;
    }

    @Override
    public Set<DeliveryKind> kinds() {
        return EnumSet.of(
                DeliveryKind.REMINDER_24H,
                DeliveryKind.REMINDER_1H,
                DeliveryKind.REMINDER_10MIN,
                DeliveryKind.SESSION_RESCHEDULED,
                DeliveryKind.SESSION_REINSTATED);
    }

    /// What every mail of a batch needs, by id.
    private record Known(
            Map<DeliveryId, RegistrationId> reminders,
            Map<DeliveryId, Told> notices,
            Set<DeliveryId> asked,
            Map<SessionId, SessionDetails> sessions,
            Map<RecipientId, Addressee> recipients) {}

    @Override
    public Mono<Map<DeliveryId, Mail>> gather(List<Delivery> batch, Instant now) {
        return Mono.zip(
                        reminders.stillTrue(reminders(batch)),
                        notices.toldBefore(of(DeliveryKind.SESSION_RESCHEDULED, batch)),
                        reinstatements.stillToAsk(of(DeliveryKind.SESSION_REINSTATED, batch)),
                        schedule.details(
                                batch.stream()
                                        .map(ReminderMails::session)
                                        .collect(Collectors.toSet())),
                        recipients.addressees(
                                batch.stream()
                                        .map(Delivery::recipient)
                                        .collect(Collectors.toSet())))
                .map(found ->
                        new Known(
                                found.getT1(),
                                found.getT2(),
                                found.getT3(),
                                found.getT4(),
                                found.getT5()))
                .map(known -> write(batch, known));
    }

    private static List<Delivery> of(DeliveryKind kind, List<Delivery> batch) {
        return batch.stream().filter(delivery -> delivery.kind() == kind).toList();
    }

    private static List<Delivery> reminders(List<Delivery> batch) {
        return batch.stream()
                .filter(delivery -> delivery.kind() != DeliveryKind.SESSION_RESCHEDULED)
                .filter(delivery -> delivery.kind() != DeliveryKind.SESSION_REINSTATED)
                .toList();
    }

    private Map<DeliveryId, Mail> write(List<Delivery> batch, Known known) {
        var mails = new HashMap<DeliveryId, Mail>();
        for (var delivery : batch) {
            var session = known.sessions().get(session(delivery));
            var to = known.recipients().get(delivery.recipient());
            if (session == null || to == null) {
                continue;
            }
            var told = known.notices().get(delivery.id());
            var reminded = known.reminders().get(delivery.id());
            if (told != null) {
                mails.put(
                        delivery.id(),
                        texts.mail(to, texts.rescheduled(session, told, to), told.registration()));
            } else if (reminded != null) {
                mails.put(
                        delivery.id(),
                        texts.mail(to, texts.reminder(delivery.kind(), session, to), reminded));
            } else if (known.asked().contains(delivery.id())) {
                mails.put(delivery.id(), texts.mail(to, texts.reinstated(session, to)));
            }
        }
        return mails;
    }

    private static SessionId session(Delivery delivery) {
        return new SessionId(delivery.about().getFirst());
    }
}
