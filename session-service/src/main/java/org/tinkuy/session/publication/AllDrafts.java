package org.tinkuy.session.publication;

import org.springframework.stereotype.Component;
import org.tinkuy.session.challenge.Challenges;
import org.tinkuy.session.dialogue.FollowUps;
import org.tinkuy.session.fair.Stands;
import org.tinkuy.session.programme.Archive;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.speaker.Speaker;
import org.tinkuy.session.speaker.Speakers;
import reactor.core.publisher.Mono;

/// All that was drafted of a programme, except its sessions.
@Component
public class AllDrafts {

    private final Challenges challenges;
    private final Stands stands;
    private final FollowUps followUps;
    private final Speakers speakers;
    private final Archive archive;

    AllDrafts(
            Challenges challenges,
            Stands stands,
            FollowUps followUps,
            Speakers speakers,
            Archive archive) {
        this.challenges = challenges;
        this.stands = stands;
        this.followUps = followUps;
        this.speakers = speakers;
        this.archive = archive;
    }

    /// As it would be published first.
    ///
    /// @param happening what its sessions say
    public Mono<PublishedProgramme> of(Programme programme, Happening happening) {
        var id = programme.id();
        return Mono.zip(
                        challenges.of(id).collectList(),
                        stands.of(id).collectList(),
                        followUps.of(id).collectList(),
                        speakers.of(id)
                                .filter(Speaker::isShown)
                                .map(Speaker::withoutAddress)
                                .collectList(),
                        archive.contains(id))
                .map(parts ->
                        new PublishedProgramme(
                                PublishedProgramme.FIRST_VERSION,
                                programme,
                                parts.getT1(),
                                parts.getT2(),
                                parts.getT3(),
                                parts.getT4(),
                                happening.restated(programme, happening),
                                parts.getT5()));
    }
}
