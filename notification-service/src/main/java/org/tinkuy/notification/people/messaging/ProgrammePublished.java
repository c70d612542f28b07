package org.tinkuy.notification.people.messaging;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.Schedule;

/// What this service needs of `programme-published`.
record ProgrammePublished(
        UUID id,
        String slug,
        Map<String, String> title,
        @Nullable String contact,
        @Nullable List<Event> events,
        @Nullable Newsletter newsletter) {

    ProgrammePublished {
        requireNonNull(id, "id");
        requireNonNull(slug, "slug");
        requireNonNull(title, "title");
    }

    record Event(UUID id, String slug, Map<String, String> title) {

        Event {
            requireNonNull(id, "id");
            requireNonNull(slug, "slug");
            requireNonNull(title, "title");
        }

        private Schedule.Event named() {
            return new Schedule.Event(slug, new LocalisedText(title));
        }
    }

    record Newsletter(String name, @Nullable Map<String, String> acknowledgement) {

        Newsletter {
            requireNonNull(name, "name");
        }

        private Schedule.NewsletterPolicy policy() {
            return new Schedule.NewsletterPolicy(
                    name, new LocalisedText(acknowledgement == null ? Map.of() : acknowledgement));
        }
    }

    Schedule.Programme programme() {
        return new Schedule.Programme(
                new ProgrammeId(id),
                slug,
                new LocalisedText(title),
                contact == null ? null : new EmailAddress(contact),
                (events == null ? List.<Event>of() : events)
                        .stream().collect(Collectors.toMap(Event::id, Event::named)),
                newsletter == null ? null : newsletter.policy());
    }
}
