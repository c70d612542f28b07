package org.tinkuy.session.publication;

import org.tinkuy.session.programme.ProgrammeId;

/// A programme that is no longer published.
///
/// @param version the sequence of its tombstone
public record WithdrawnProgramme(ProgrammeId id, long version) {}
