package org.tinkuy.site.programme;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.languages.Language;
import org.tinkuy.site.visitor.Phrase;

/// A published programme, as far as pages show it. What is absent was not stated.
///
/// @param description in Markdown, as those of events and biographies are
/// @param contact an e-mail address: whom attendees write to
/// @param translations by language, of texts that are written in one only; see [#plain]
/// @param shiftedWeeks by how many weeks a sample's dates were moved to lie ahead
/// @param archived put away by its organisers; `null`: it is not
/// @param changedAt when this state became true, which its message's header tells; `null`: not told
public record Programme(
        UUID id,
        String slug,
        Map<String, String> title,
        @Nullable Map<String, String> motto,
        @Nullable Map<String, String> description,
        List<String> organisers,
        @Nullable String fundedBy,
        @Nullable String contact,
        ZoneId timeZone,
        @Nullable String mode,
        @Nullable String place,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        @Nullable YearMonth month,
        @Nullable Runs runs,
        @Nullable Integer shiftedWeeks,
        @Nullable Integer expectedParticipants,
        @Nullable String admission,
        @Nullable Newsletter newsletter,
        List<String> streamDestinations,
        List<String> audience,
        List<String> topics,
        List<String> facts,
        List<String> challengesRaised,
        List<Event> events,
        List<Challenge> challenges,
        List<Stand> stands,
        List<FollowUp> followUps,
        List<Speaker> speakers,
        @Nullable Map<String, Map<String, String>> translations,
        @Nullable Boolean archived,
        @Nullable Instant changedAt) {

    public Programme {
        requireNonNull(id);
        requireNonNull(slug);
        requireNonNull(timeZone);
        title = stated(title);
        organisers = stated(organisers);
        streamDestinations = stated(streamDestinations);
        audience = stated(audience);
        topics = stated(topics);
        facts = stated(facts);
        challengesRaised = stated(challengesRaised);
        events = stated(events);
        challenges = stated(challenges);
        stands = stated(stands);
        followUps = stated(followUps);
        speakers = stated(speakers);
        translations = translations == null ? Map.of() : Map.copyOf(translations);
    }

    /// The same, true since then.
    public Programme since(Instant then) {
        return new Programme(
                id,
                slug,
                title,
                motto,
                description,
                organisers,
                fundedBy,
                contact,
                timeZone,
                mode,
                place,
                starts,
                ends,
                month,
                runs,
                shiftedWeeks,
                expectedParticipants,
                admission,
                newsletter,
                streamDestinations,
                audience,
                topics,
                facts,
                challengesRaised,
                events,
                challenges,
                stands,
                followUps,
                speakers,
                translations,
                archived,
                then);
    }

    /// Whether its events are said to be of regions.
    public boolean isRegional() {
        return events.stream().anyMatch(event -> event.region() != null);
    }

    /// One region's or date's part of the programme.
    public record Event(
            UUID id,
            String slug,
            Map<String, String> title,
            @Nullable String region,
            @Nullable String note,
            @Nullable Map<String, String> description,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends,
            List<String> facts,
            List<String> topics,
            List<String> participants) {

        public Event {
            requireNonNull(id);
            requireNonNull(slug);
            title = stated(title);
            facts = stated(facts);
            topics = stated(topics);
            participants = stated(participants);
        }
    }

    public record Challenge(
            Map<String, String> title,
            @Nullable Integer edition,
            @Nullable String kind,
            @Nullable Integer year,
            @Nullable Map<String, String> aim,
            @Nullable String entrants,
            @Nullable String answersTo) {}

    public record Stand(
            String title,
            @Nullable String host,
            @Nullable String open,
            List<String> resources,
            @Nullable Boolean directExchange) {

        public Stand {
            resources = stated(resources);
        }
    }

    /// Somebody who speaks or moderates, and agreed to be shown.
    public record Speaker(
            UUID id,
            String slug,
            String name,
            @Nullable String role,
            @Nullable String institution,
            List<String> languages,
            @Nullable Map<String, String> biography) {

        public Speaker {
            requireNonNull(id);
            requireNonNull(slug);
            requireNonNull(name);
            languages = stated(languages);
        }
    }

    /// The same training in another country, without a time yet.
    public record FollowUp(String country, @Nullable String language) {}

    /// @param acknowledgement what a visitor reads after entering an address
    public record Newsletter(String name, @Nullable Map<String, String> acknowledgement) {
        public Newsletter {
            requireNonNull(name);
        }
    }

    public record Runs(int from, @Nullable Integer until) {}

    /// As stated: of its dates, or of its month.
    @Nullable LocalDate firstDay() {
        return starts != null || month == null ? starts : month.atDay(1);
    }

    /// As stated: of its dates, of its month, or of the years in which it runs. `null`: nothing
    /// was, or it runs on.
    @Nullable LocalDate lastDay() {
        if (starts != null) {
            return ends == null ? starts : ends;
        }
        if (month != null) {
            return month.atEndOfMonth();
        }
        return runs == null || runs.until() == null ? null : LocalDate.of(runs.until(), 12, 31);
    }

    public Optional<Event> event(String eventSlug) {
        return events.stream().filter(event -> event.slug().equals(eventSlug)).findFirst();
    }

    public Optional<Event> event(UUID eventId) {
        return events.stream().filter(event -> event.id().equals(eventId)).findFirst();
    }

    public Optional<Speaker> speaker(String speakerSlug) {
        return speakers.stream().filter(speaker -> speaker.slug().equals(speakerSlug)).findFirst();
    }

    /// Those of them who agreed to be shown.
    List<Speaker> speakers(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : ids.stream()
                        .flatMap(id -> speakers.stream().filter(speaker -> speaker.id().equals(id)))
                        .toList();
    }

    /// A text that is written in one language only, in the first of those that its readers read and
    /// that it was translated to.
    public Phrase plain(Language reader, String text) {
        var own = ownLanguage();
        for (var language : reader.fallbacks()) {
            if (language.tag().equals(own)) {
                return new Phrase(text, own);
            }
            var translated =
                    requireNonNull(translations).getOrDefault(language.tag(), Map.of()).get(text);
            if (translated != null) {
                return new Phrase(translated, language.tag());
            }
        }
        return new Phrase(text, own);
    }

    /// The language of the texts that are published in one language only: they come with the
    /// English titles of an international programme, else with the only title there is.
    private String ownLanguage() {
        return title.containsKey("en") ? "en" : title.keySet().stream().findFirst().orElse("en");
    }

    /// Whatever has a page has a title.
    private static Map<String, String> stated(Map<String, String> title) {
        if (title.isEmpty()) {
            throw new IllegalArgumentException("no title");
        }
        return Map.copyOf(title);
    }

    private static <T> List<T> stated(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
