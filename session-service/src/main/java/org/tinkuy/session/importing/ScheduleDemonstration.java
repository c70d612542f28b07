package org.tinkuy.session.importing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.Admission;
import org.tinkuy.session.programme.Mode;
import org.tinkuy.session.programme.Policies;
import org.tinkuy.session.programme.Profile;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.Setting;
import org.tinkuy.session.programme.TextByLanguage;
import org.tinkuy.session.programme.UnknownProgramme;
import org.tinkuy.session.schedule.Capacity;
import org.tinkuy.session.schedule.People;
import org.tinkuy.session.schedule.ScheduleSession;
import org.tinkuy.session.schedule.SessionKind;
import org.tinkuy.session.schedule.SessionPlan;
import org.tinkuy.session.schedule.SessionPublished;
import org.tinkuy.session.schedule.SessionTimes;
import org.tinkuy.session.schedule.Sessions;
import reactor.core.publisher.Mono;

/// Something to try things out with: a small session that starts within the hour, and another one
/// when it is over.
@Component
public class ScheduleDemonstration {

    static final String SLUG = "demonstration";
    static final ZoneId ZONE = ZoneId.of("America/Lima");
    static final Duration NOTICE = Duration.ofMinutes(30);
    static final Duration ROUNDED_TO = Duration.ofMinutes(5);
    static final Duration LASTS = Duration.ofHours(1);

    /// So few that one person can fill it and see the waiting list.
    static final Capacity CAPACITY = new Capacity(3);

    // The Quechua texts are drafts: no speaker has read them yet.
    private static final TextByLanguage PROGRAMME_TITLE =
            new TextByLanguage(
                    Map.of(
                            "es", "Demostración",
                            "en", "Demonstration",
                            "qu", "Qawachiy",
                            "fr", "Démonstration"));
    private static final TextByLanguage SESSION_TITLE =
            new TextByLanguage(
                    Map.of(
                            "es",
                            "Taller de prueba: tres cupos, para que puedas llenarlo",
                            "en",
                            "Trial workshop: three seats, so that you can fill it",
                            "qu",
                            "Malliy taller: kimsa tiyanalla, huntachinaykipaq",
                            "fr",
                            "Atelier d’essai : trois places, pour que vous puissiez le remplir"));

    private final ImportProgrammes importProgrammes;
    private final ScheduleSession scheduleSession;
    private final Programmes programmes;
    private final Sessions sessions;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ScheduleDemonstration(
            ImportProgrammes importProgrammes,
            ScheduleSession scheduleSession,
            Programmes programmes,
            Sessions sessions,
            TransactionalOperator transaction,
            Clock clock) {
        this.importProgrammes = importProgrammes;
        this.scheduleSession = scheduleSession;
        this.programmes = programmes;
        this.sessions = sessions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Empty when one lies ahead already. Instances that start together wait for each other at the
    /// programme's row, so that one of them schedules it.
    public Mono<SessionPublished> scheduleUnlessOneLiesAhead() {
        return importProgrammes
                .importOne(new ProgrammePlan(programme(), List.of()), null)
                .flatMap(outcome -> programmes.lock(outcome.id()))
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(programme -> schedule(programme, clock.instant()))
                .as(transaction::transactional);
    }

    private Mono<SessionPublished> schedule(Programme programme, Instant now) {
        return sessions.ofProgramme(programme.id())
                .any(session -> session.liesAhead(programme, now))
                .filter(ahead -> !ahead)
                .flatMap(_ -> scheduleSession.scheduleAll(programme.id(), List.of(plan(now)), null))
                .map(List::getFirst);
    }

    static SessionPlan plan(Instant now) {
        return new SessionPlan(
                null,
                SessionKind.WORKSHOP,
                SESSION_TITLE,
                null,
                null,
                soonAfter(now),
                null,
                null,
                CAPACITY,
                People.NOBODY);
    }

    private static SessionTimes soonAfter(Instant now) {
        var earliest = now.plus(NOTICE).getEpochSecond();
        var step = ROUNDED_TO.toSeconds();
        var starts =
                Instant.ofEpochSecond(Math.ceilDiv(earliest, step) * step)
                        .atZone(ZONE)
                        .toLocalDateTime();
        return new SessionTimes(
                starts.toLocalDate(), starts.toLocalTime(), starts.plus(LASTS).toLocalTime());
    }

    static Programme programme() {
        return Programme.begin(
                SLUG,
                Profile.titled(PROGRAMME_TITLE),
                new Setting(ZONE, Mode.ONLINE, null, null, null, null, null),
                new Policies(Admission.OPEN, null, null, null, null, null));
    }
}
