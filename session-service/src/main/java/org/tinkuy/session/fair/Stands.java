package org.tinkuy.session.fair;

import org.tinkuy.session.programme.Drafts;

/// The stands at the fairs of programmes, as their organisers drafted them.
public interface Stands extends Drafts<StandId, Stand> {}
