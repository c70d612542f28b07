package org.tinkuy.session.importing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.unit.DataSize;
import org.tinkuy.session.challenge.Challenges;
import org.tinkuy.session.dialogue.FollowUps;
import org.tinkuy.session.fair.Stands;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.publication.PublishProgramme;
import org.tinkuy.session.schedule.ScheduleSession;
import org.tinkuy.session.schedule.WhatSessionsSay;
import org.tinkuy.session.speaker.Speakers;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Adds the programmes that are not there yet, each with all that belongs to it, and publishes
/// them.
@Component
public class ImportProgrammes {

    /// 5,000 sessions with a long paragraph on each.
    public static final DataSize LARGEST_FILE = DataSize.ofMegabytes(8);

    /// @param imported false: a programme of this slug was there before, and stays as it is
    public record Outcome(ProgrammeId id, String slug, boolean imported) {}

    private final Programmes programmes;
    private final Challenges challenges;
    private final Stands stands;
    private final FollowUps followUps;
    private final Speakers speakers;
    private final PublishProgramme publishProgramme;
    private final ScheduleSession scheduleSession;
    private final TransactionalOperator transaction;

    ImportProgrammes(
            Programmes programmes,
            Challenges challenges,
            Stands stands,
            FollowUps followUps,
            Speakers speakers,
            PublishProgramme publishProgramme,
            ScheduleSession scheduleSession,
            TransactionalOperator transaction) {
        this.programmes = programmes;
        this.challenges = challenges;
        this.stands = stands;
        this.followUps = followUps;
        this.speakers = speakers;
        this.publishProgramme = publishProgramme;
        this.scheduleSession = scheduleSession;
        this.transaction = transaction;
    }

    /// All or none.
    ///
    /// @param by whose file it is
    public Mono<List<Outcome>> importAll(List<ProgrammePlan> plans, UUID by) {
        return Flux.fromIterable(plans)
                .concatMap(plan -> importOne(plan, by))
                .collectList()
                .as(transaction::transactional);
    }

    /// @param by whose file it is; `null`: nobody's
    public Mono<Outcome> importOne(ProgrammePlan plan, @Nullable UUID by) {
        return programmes
                .add(plan.programme())
                .flatMap(added ->
                        added ? addAndPublish(plan, by) : alreadyThere(plan.programme().slug()))
                .as(transaction::transactional);
    }

    private Mono<Outcome> addAndPublish(ProgrammePlan plan, @Nullable UUID by) {
        var id = plan.programme().id();
        return challenges
                .add(id, plan.challenges())
                .then(stands.add(id, plan.stands()))
                .then(followUps.add(id, plan.followUps()))
                .then(speakers.add(id, plan.speakers()))
                .then(
                        publishProgramme.publish(
                                id,
                                plan.programme().version(),
                                WhatSessionsSay.ofPlans(plan.sessions())))
                .then(scheduleSession.scheduleAll(id, plan.sessions(), by))
                .thenReturn(new Outcome(id, plan.programme().slug(), true));
    }

    private Mono<Outcome> alreadyThere(String slug) {
        return programmes
                .findBySlug(slug)
                .map(programme -> new Outcome(programme.id(), slug, false));
    }
}
