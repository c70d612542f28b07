package org.tinkuy.session.challenge;

import org.tinkuy.session.programme.Drafts;

/// The challenges of programmes, as their organisers drafted them.
public interface Challenges extends Drafts<ChallengeId, Challenge> {}
