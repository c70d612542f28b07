package org.tinkuy.notification.staff.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailSource;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.staff.MailInvitation;
import org.tinkuy.notification.staff.StaffInvitation;
import org.tinkuy.notification.staff.StaffInvitations;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes who invites whom to what.
@Component
class StaffMails implements MailSource {

    private static final String KEY = DeliveryKind.STAFF_INVITATION.label();

    private final StaffInvitations invitations;
    private final Recipients recipients;
    private final Schedule schedule;
    private final MailWords words;
    private final String secret;

    StaffMails(
            StaffInvitations invitations,
            Recipients recipients,
            Schedule schedule,
            MailWords words,
            NotificationSettings settings) {
        this.invitations = invitations;
        this.recipients = recipients;
        this.schedule = schedule;
        this.words = words;
        this.secret = settings.signInSecret();
    }

    @Override
    public Set<DeliveryKind> kinds() {
        return Set.of(DeliveryKind.STAFF_INVITATION);
    }

    @Override
    public Mono<Map<DeliveryId, Mail>> gather(List<Delivery> batch, Instant now) {
        var ids = batch.stream().map(MailInvitation::invitation).collect(Collectors.toSet());
        return invitations
                .find(ids)
                .flatMap(found ->
                        Mono.zip(
                                        recipients.addressees(
                                                found.values().stream()
                                                        .map(StaffInvitation::by)
                                                        .collect(Collectors.toSet())),
                                        programmes(found))
                                .map(all -> {
                                    var mails = new HashMap<DeliveryId, Mail>();
                                    for (var delivery : batch) {
                                        var one = found.get(MailInvitation.invitation(delivery));
                                        if (one != null) {
                                            mails.put(
                                                    delivery.id(),
                                                    mail(one, all.getT1(), all.getT2()));
                                        }
                                    }
                                    return mails;
                                }));
    }

    /// Those that were published: of a draft nothing is known here.
    private Mono<Map<ProgrammeId, Schedule.Programme>> programmes(Map<?, StaffInvitation> invited) {
        return Flux.fromStream(invited.values().stream().map(StaffInvitation::programme).distinct())
                .concatMap(schedule::programme)
                .collectMap(Schedule.Programme::id);
    }

    private Mail mail(
            StaffInvitation invitation,
            Map<RecipientId, Addressee> inviters,
            Map<ProgrammeId, Schedule.Programme> programmes) {
        var to = new Addressee(invitation.address(), null, invitation.language(), null);
        var inviter = inviters.get(invitation.by());
        var programme = programmes.get(invitation.programme());
        var title = programme == null ? null : programme.title().in(invitation.language());
        return new Mail(to, write(words, invitation, inviter, title, secret(invitation)));
    }

    private String secret(StaffInvitation invitation) {
        return InvitationSecret.of(invitation.id(), secret);
    }

    /// @param inviter `null`: not known any more
    /// @param title `null`: the programme was never published
    static MailText write(
            MailWords words,
            StaffInvitation invitation,
            @Nullable Addressee inviter,
            @Nullable String title,
            String secret) {
        var language = invitation.language();
        var link = words.page("/staff/invitation/" + secret).toString();
        var model = new HashMap<String, Object>();
        model.put("inviter", inviter == null ? "" : called(inviter));
        model.put("title", title == null ? "" : title);
        model.put("role", KEY + ".role." + invitation.role());
        model.put("until", words.moment(language, invitation.expiresAt(), zone(inviter)));
        model.put("link", link);
        var body = words.write(KEY, language, "", model);
        return new MailText(
                language,
                title == null
                        ? words.say(language, KEY + ".subject-untitled")
                        : words.say(language, KEY + ".subject", title),
                body.plain(),
                body.html(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    private static String called(Addressee inviter) {
        return inviter.nameToGreet().isEmpty()
                ? inviter.address()
                : inviter.nameToGreet() + " (" + inviter.address() + ")";
    }

    /// Of the one who invites, as long as nobody knows that of the other.
    private static ZoneId zone(@Nullable Addressee inviter) {
        var zone = inviter == null ? null : inviter.timeZone();
        return zone == null ? ZoneOffset.UTC : zone;
    }
}
