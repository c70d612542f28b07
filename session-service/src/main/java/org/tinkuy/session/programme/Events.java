package org.tinkuy.session.programme;

/// The events of programmes, as their organisers drafted them.
public interface Events extends Drafts<EventId, Event> {}
