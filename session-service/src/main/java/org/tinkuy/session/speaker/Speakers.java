package org.tinkuy.session.speaker;

import org.tinkuy.session.programme.Drafts;

/// The speakers of programmes, as their organisers drafted them.
public interface Speakers extends Drafts<SpeakerId, Speaker> {

    /// More than sessions of one programme have had yet.
    int MOST = 1000;

    @Override
    default int most() {
        return MOST;
    }
}
