package org.tinkuy.session.schedule;

import org.tinkuy.session.programme.ProgrammeId;

/// A session that is no longer published. Its version stays known, so that nothing older is ever
/// believed.
public record WithdrawnSession(SessionId id, ProgrammeId programmeId, long version) {}
