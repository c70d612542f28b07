package org.tinkuy.session.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tinkuy.problems.FieldError;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.speaker.Speaker;
import org.tinkuy.session.speaker.SpeakerId;
import org.tinkuy.session.speaker.Speakers;
import reactor.core.publisher.Mono;

/// Whom a session may name: the speakers of its programme.
@Component
class KnownSpeakers {

    private final Speakers speakers;

    KnownSpeakers(Speakers speakers) {
        this.speakers = speakers;
    }

    /// In the caller's transaction. Fails with [SchedulingRefused.UnknownSpeakers].
    Mono<Void> require(ProgrammeId programme, People people) {
        if (people.equals(People.NOBODY)) {
            return Mono.empty();
        }
        return speakers.of(programme)
                .map(Speaker::id)
                .collect(Collectors.toSet())
                .map(known -> unknown(people, known))
                .flatMap(errors ->
                        errors.isEmpty()
                                ? Mono.empty()
                                : Mono.error(new SchedulingRefused.UnknownSpeakers(errors)));
    }

    private static List<FieldError> unknown(People people, Set<SpeakerId> known) {
        var errors = new ArrayList<FieldError>();
        add("speakers", people.speakers(), known, errors);
        add("moderators", people.moderators(), known, errors);
        return errors;
    }

    private static void add(
            String field, List<SpeakerId> named, Set<SpeakerId> known, List<FieldError> errors) {
        for (var index = 0; index < named.size(); index++) {
            if (!known.contains(named.get(index))) {
                errors.add(
                        new FieldError(
                                field + "[" + index + "]",
                                "unknown-speaker",
                                "The programme has no such speaker."));
            }
        }
    }
}
