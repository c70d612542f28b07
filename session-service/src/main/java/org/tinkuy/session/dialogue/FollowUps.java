package org.tinkuy.session.dialogue;

import org.tinkuy.session.programme.Drafts;

/// The follow-up trainings of programmes, as their organisers drafted them.
public interface FollowUps extends Drafts<FollowUpId, FollowUp> {}
