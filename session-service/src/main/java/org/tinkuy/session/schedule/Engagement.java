package org.tinkuy.session.schedule;

import org.tinkuy.session.speaker.SpeakerId;

/// That somebody speaks or moderates at that time.
///
/// @param speaker as the programme that is looked at knows them
record Engagement(SpeakerId speaker, Taken taken) {}
