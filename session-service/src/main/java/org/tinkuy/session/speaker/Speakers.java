package org.tinkuy.session.speaker;

import java.util.Collection;
import org.tinkuy.session.programme.Drafts;
import org.tinkuy.session.programme.ProgrammeId;
import reactor.core.publisher.Flux;

/// The speakers of programmes, as their organisers drafted them.
public interface Speakers extends Drafts<SpeakerId, Speaker> {

    /// More than sessions of one programme have had yet.
    int MOST = 1000;

    /// One person in two programmes.
    ///
    /// @param other of another programme
    record Same(SpeakerId speaker, SpeakerId other) {}

    /// Those of a programme who are known by their address in others, but for those who said there
    /// that they are not to be shown.
    Flux<Same> sameElsewhere(ProgrammeId programme);

    /// Of these alone.
    Flux<Same> sameElsewhere(ProgrammeId programme, Collection<SpeakerId> speakers);

    @Override
    default int most() {
        return MOST;
    }
}
