package org.tinkuy.notification.newsletter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.FieldErrors;
import org.tinkuy.problems.InvalidInput;
import org.tinkuy.problems.NotFound;
import reactor.core.publisher.Mono;

/// Drafts: what cannot be sent as it is, is not kept either.
@Component
public class WriteCampaign {

    private final Imprints imprints;
    private final Campaigns campaigns;

    WriteCampaign(Imprints imprints, Campaigns campaigns) {
        this.imprints = imprints;
        this.campaigns = campaigns;
    }

    public Mono<Campaign> write(
            ProgrammeId programme, CampaignDraft.Typed typed, UUID author, Instant now) {
        return read(typed)
                .delayUntil(draft -> whatItIsAbout(programme, draft.audience()))
                .flatMap(draft -> campaigns.add(programme, draft, author, now));
    }

    private Mono<Imprint> whatItIsAbout(ProgrammeId programme, Audience audience) {
        return imprints.of(programme, audience)
                .switchIfEmpty(
                        Mono.error(() ->
                                switch (audience) {
                                    case Audience.Subscribers _ -> new NotFound();
                                    case Audience.OfSession _ ->
                                            unknown("registered.sessionId", "unknown-session");
                                    case Audience.OfEvent _ ->
                                            unknown("registered.eventId", "unknown-event");
                                }));
    }

    private static InvalidInput unknown(String field, String code) {
        return InvalidInput.of(field, code, "The programme has published no such one.");
    }

    public Mono<Campaign> rewrite(Campaign campaign, CampaignDraft.Typed typed) {
        return Mono.fromRunnable(() -> requireStaysWhatItIs(campaign.audience(), typed))
                .then(read(typed))
                .delayUntil(draft ->
                        switch (draft.audience()) {
                            case Audience.Subscribers _ -> Mono.empty();
                            case Audience.Registered whom ->
                                    whatItIsAbout(campaign.programme(), whom);
                        })
                .flatMap(draft -> campaigns.rewrite(campaign.id(), draft))
                .switchIfEmpty(Mono.error(() -> new WrongCampaignState(campaign.state())));
    }

    /// Others may write messages than those who may write a newsletter.
    private static void requireStaysWhatItIs(Audience audience, CampaignDraft.Typed typed) {
        var wrong =
                switch (audience) {
                    case Audience.Subscribers _ ->
                            typed.registered() == null
                                    ? null
                                    : new FieldError(
                                            "registered",
                                            "impossible",
                                            "An issue of a newsletter goes to its list.");
                    case Audience.Registered _ ->
                            typed.registered() != null
                                    ? null
                                    : new FieldError(
                                            "registered", "required", "Give whom it is for.");
                };
        if (wrong != null) {
            var errors = new FieldErrors();
            errors.addAll(List.of(wrong));
            errors.addAll(CampaignDraft.faults(typed));
            throw new InvalidInput(errors.all());
        }
    }

    /// A new draft that says the same.
    public Mono<Campaign> copy(Campaign campaign, UUID author, Instant now) {
        return imprints.of(campaign.programme(), campaign.audience())
                .switchIfEmpty(Mono.error(NotFound::new))
                .flatMap(_ -> campaigns.add(campaign.programme(), campaign.draft(), author, now));
    }

    public Mono<Void> delete(Campaign campaign) {
        return campaigns
                .delete(campaign.id())
                .flatMap(deleted ->
                        deleted
                                ? Mono.empty()
                                : Mono.error(new WrongCampaignState(campaign.state())));
    }

    private static Mono<CampaignDraft> read(CampaignDraft.Typed typed) {
        return Mono.fromCallable(() -> CampaignDraft.read(typed));
    }
}
