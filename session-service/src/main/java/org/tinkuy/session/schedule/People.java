package org.tinkuy.session.schedule;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.tinkuy.session.speaker.SpeakerId;

/// Who does what at a session, in the order in which they are named.
public record People(List<SpeakerId> speakers, List<SpeakerId> moderators) {

    public static final People NOBODY = new People(List.of(), List.of());

    /// Of one session, speakers and moderators each.
    public static final int MOST = 100;

    public People {
        speakers = speakers.stream().distinct().toList();
        moderators = moderators.stream().distinct().toList();
    }

    public static People of(List<UUID> speakers, List<UUID> moderators) {
        return new People(
                speakers.stream().map(SpeakerId::new).toList(),
                moderators.stream().map(SpeakerId::new).toList());
    }

    /// The same people as another programme knows them.
    People called(Map<SpeakerId, SpeakerId> names) {
        return new People(called(speakers, names), called(moderators, names));
    }

    private static List<SpeakerId> called(List<SpeakerId> people, Map<SpeakerId, SpeakerId> names) {
        return people.stream().map(names::get).filter(Objects::nonNull).toList();
    }

    public List<UUID> speakerIds() {
        return speakers.stream().map(SpeakerId::value).toList();
    }

    public List<UUID> moderatorIds() {
        return moderators.stream().map(SpeakerId::value).toList();
    }

    /// Each once, whatever they do.
    public Stream<SpeakerId> all() {
        return Stream.concat(speakers.stream(), moderators.stream()).distinct();
    }
}
