package org.tinkuy.session.schedule.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.publication.SpeakerPublished;
import org.tinkuy.session.schedule.Objection;
import org.tinkuy.session.schedule.PendingChanges;
import org.tinkuy.session.schedule.PublicationChanges;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.SessionPublished;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What would change for everybody, part by part and field by field, as the API answers it.
///
/// @param state to be named by whoever publishes just this
record ProgrammeChanges(String state, List<Change> changes) {

    /// @param part `programme`, `event`, `challenge`, `speaker` or `session`
    /// @param change `added`, `changed` or `removed`
    /// @param title `null`: it is known by its kind or its name
    /// @param name of a speaker; `null`: of what has a title or a kind
    /// @param fields as they stand in what is published of the part
    /// @param objections what speaks against it
    record Change(
            String part,
            UUID id,
            String change,
            @Nullable Map<String, String> title,
            @Nullable String name,
            List<FieldChange> fields,
            List<Against> objections) {

        private Change and(FieldChange field) {
            return new Change(
                    part,
                    id,
                    change,
                    title,
                    name,
                    Stream.concat(fields.stream(), Stream.of(field)).toList(),
                    objections);
        }

        private Change called(String name) {
            return new Change(part, id, change, null, name, fields, objections);
        }
    }

    /// @param before `null`: it was not stated
    /// @param after `null`: it is not stated any more
    record FieldChange(String field, @Nullable Object before, @Nullable Object after) {}

    /// @param code a rule that wants a reason, a question that wants a yes, or else what is
    ///   impossible
    /// @param answer `reason`, `yes`, or `none`: it has to be mended
    /// @param sessionIds the other sessions that stand in the way
    /// @param speakerIds who would be wanted twice
    record Against(
            String field,
            String code,
            String detail,
            String answer,
            @Nullable List<UUID> sessionIds,
            @Nullable List<UUID> speakerIds) {

        private static @Nullable List<UUID> ids(List<SessionId> sessions) {
            return sessions.isEmpty() ? null : sessions.stream().map(SessionId::value).toList();
        }

        static Against of(Objection objection) {
            var error = objection.error();
            return new Against(
                    error.field(),
                    error.code(),
                    error.detail(),
                    switch (objection) {
                        case Objection.Impossible _ -> "none";
                        case Objection.BrokenRule _ -> "reason";
                        case Objection.InDoubt _ -> "yes";
                    },
                    ids(
                            switch (objection) {
                                case Objection.Overlapping overlapping -> overlapping.others();
                                case Objection.SpeakersElsewhere elsewhere -> elsewhere.others();
                                case Objection.Impossible _ -> List.of();
                                case Objection.OutsideWindow _ -> List.of();
                                case Objection.InDoubt _ -> List.of();
                            }),
                    objection instanceof Objection.SpeakersElsewhere elsewhere
                            ? elsewhere.speakerIds()
                            : null);
        }
    }

    /// Of a programme: each is told of by itself.
    private static final Set<String> PARTS = Set.of("events", "challenges", "speakers");

    /// Of no interest to whoever compares.
    private static final Set<String> UNTOLD =
            Set.of("id", "programmeId", "slug", "version", "startsAt", "endsAt");

    static ProgrammeChanges of(PendingChanges pending, JsonMapper json) {
        var changes = new ArrayList<>(parts(pending.programme(), pending.before(), json));
        travel(pending, changes);
        for (var session : pending.sessions()) {
            var against = session.objections().stream().map(Against::of).toList();
            changes.add(session(session.session(), session.before(), against, json));
        }
        for (var leaving : pending.leaving()) {
            changes.add(session(null, leaving, List.of(), json));
        }
        return new ProgrammeChanges(pending.state(), changes);
    }

    /// Nobody reads it, so that it is no field of what is published.
    private static void travel(PendingChanges pending, List<Change> changes) {
        if (Objects.equals(pending.travel(), pending.travelBefore())) {
            return;
        }
        var field =
                new FieldChange(
                        "travelMinutes",
                        minutes(pending.travelBefore()),
                        minutes(pending.travel()));
        if (!changes.isEmpty() && changes.getFirst().part().equals("programme")) {
            changes.set(0, changes.getFirst().and(field));
        } else {
            var programme = pending.programme();
            changes.addFirst(
                    new Change(
                            "programme",
                            programme.id(),
                            "changed",
                            programme.title(),
                            null,
                            List.of(field),
                            List.of()));
        }
    }

    private static @Nullable Long minutes(@Nullable Duration duration) {
        return duration == null ? null : duration.toMinutes();
    }

    /// What a publication changed.
    static List<Change> of(PublicationChanges publication, JsonMapper json) {
        var changes = new ArrayList<>(parts(publication.after(), publication.before(), json));
        for (var session : publication.sessions()) {
            var change = session(session.after(), session.before(), List.of(), json);
            if (!change.change().equals("changed") || !change.fields().isEmpty()) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static Change session(
            @Nullable SessionPublished now,
            @Nullable SessionPublished before,
            List<Against> objections,
            JsonMapper json) {
        var one = Objects.requireNonNull(now == null ? before : now);
        return new Change(
                "session",
                one.id(),
                now == null ? "removed" : before == null ? "added" : "changed",
                one.title(),
                null,
                fields(before, now, json),
                objections);
    }

    private static List<Change> parts(
            @Nullable ProgrammePublished now,
            @Nullable ProgrammePublished before,
            JsonMapper json) {
        var changes = new ArrayList<Change>();
        changes.addAll(
                compare(
                        "programme",
                        listed(now),
                        listed(before),
                        ProgrammePublished::id,
                        ProgrammePublished::title,
                        json));
        changes.addAll(
                compare(
                        "event",
                        now == null ? List.of() : now.events(),
                        before == null ? List.of() : before.events(),
                        event -> event.id(),
                        event -> event.title(),
                        json));
        changes.addAll(
                compare(
                        "challenge",
                        now == null ? List.of() : now.challenges(),
                        before == null ? List.of() : before.challenges(),
                        challenge -> challenge.id(),
                        challenge -> challenge.title(),
                        json));
        changes.addAll(speakers(now, before, json));
        return changes;
    }

    private static List<Change> speakers(
            @Nullable ProgrammePublished now,
            @Nullable ProgrammePublished before,
            JsonMapper json) {
        var are = speakersOf(now);
        var were = speakersOf(before);
        var names = new HashMap<UUID, String>();
        were.forEach(speaker -> names.put(speaker.id(), speaker.name()));
        are.forEach(speaker -> names.put(speaker.id(), speaker.name()));
        return compare("speaker", are, were, SpeakerPublished::id, _ -> Map.of(), json).stream()
                .map(change -> change.called(Objects.requireNonNull(names.get(change.id()))))
                .toList();
    }

    private static List<SpeakerPublished> speakersOf(@Nullable ProgrammePublished programme) {
        var speakers = programme == null ? null : programme.speakers();
        return speakers == null ? List.of() : speakers;
    }

    private static <P> List<P> listed(@Nullable P part) {
        return part == null ? List.of() : List.of(part);
    }

    private static <P> List<Change> compare(
            String part,
            Collection<P> now,
            Collection<P> before,
            Function<P, UUID> id,
            Function<P, Map<String, String>> title,
            JsonMapper json) {
        Map<UUID, P> were = before.stream().collect(Collectors.toMap(id, one -> one));
        Map<UUID, P> are = now.stream().collect(Collectors.toMap(id, one -> one));
        var changes = new ArrayList<Change>();
        for (var one : now) {
            var was = were.get(id.apply(one));
            var fields = fields(was, one, json);
            if (was == null || !fields.isEmpty()) {
                changes.add(
                        new Change(
                                part,
                                id.apply(one),
                                was == null ? "added" : "changed",
                                title.apply(one),
                                null,
                                fields,
                                List.of()));
            }
        }
        before.stream()
                .filter(one -> !are.containsKey(id.apply(one)))
                .map(one ->
                        new Change(
                                part,
                                id.apply(one),
                                "removed",
                                title.apply(one),
                                null,
                                List.of(),
                                List.of()))
                .forEach(changes::add);
        return changes;
    }

    private static List<FieldChange> fields(
            @Nullable Object before, @Nullable Object after, JsonMapper json) {
        var were = stated(before, json);
        var are = stated(after, json);
        var names = new LinkedHashSet<>(are.keySet());
        names.addAll(were.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(were.get(name), are.get(name)))
                .map(name -> new FieldChange(name, were.get(name), are.get(name)))
                .toList();
    }

    private static Map<String, JsonNode> stated(@Nullable Object part, JsonMapper json) {
        var stated = new LinkedHashMap<String, JsonNode>();
        if (part != null) {
            json.valueToTree(part).properties().stream()
                    .filter(field ->
                            !(part instanceof ProgrammePublished && PARTS.contains(field.getKey())))
                    .filter(field -> !UNTOLD.contains(field.getKey()))
                    .filter(field -> !isEmpty(field.getValue()))
                    .forEach(field -> stated.put(field.getKey(), field.getValue()));
        }
        return stated;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || (value.isContainer() && value.isEmpty());
    }
}
