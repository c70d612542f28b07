package org.tinkuy.notification.newsletter.web;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.people.Acts;

/// An event with two sessions, and people who register for them.
final class RegisteredCrowd {

    /// That of both sessions, in the samples.
    static final UUID EVENT = UUID.fromString("0195a1c0-0000-7000-8000-000000000002");

    private final OtherServices others;
    private final DatabaseClient database;
    final UUID programme;
    final UUID first;
    final UUID second;

    RegisteredCrowd(OtherServices others, DatabaseClient database) {
        this.others = others;
        this.database = database;
        var acts = new Acts(others);
        acts.programmePublished()
                .sessionPublished(acts.firstSession)
                .sessionPublished(acts.secondSession);
        this.programme = acts.programme;
        this.first = acts.firstSession;
        this.second = acts.secondSession;
        awaitOne("select count(*) from programmes where id = $1", programme);
        awaitOne("select count(*) from sessions where id = $1", first);
        awaitOne("select count(*) from sessions where id = $1", second);
    }

    record Person(UUID id, String address) {}

    record Held(UUID registration, Person by, UUID session) {}

    Person person(String language) {
        var id = UUID.randomUUID();
        var address = "guest-" + id + "@example.org";
        var body = OtherServices.sample("attendees", "attendee-recorded", 1);
        body.put("id", id.toString()).put("address", address).put("language", language);
        body.put("name", "Guest of " + language);
        others.say("attendees", "attendee-recorded", id.toString(), 1, body);
        awaitOne("select count(*) from recipients where id = $1", id);
        return new Person(id, address);
    }

    Held confirmed(Person person, UUID session) {
        return registered(person, session, "confirmed", now());
    }

    Held waiting(Person person, UUID session) {
        return registered(person, session, "waitlisted", now());
    }

    Held registered(Person person, UUID session, String how, Instant at) {
        var held = new Held(UUID.randomUUID(), person, session);
        say(held, how, 1, at);
        return held;
    }

    void promoted(Held held, Instant at) {
        say(held, "promoted", 2, at);
    }

    void cancelled(Held held) {
        say(held, "cancelled", 3, now());
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    private void say(Held held, String what, long sequence, Instant at) {
        var body = OtherServices.sample("registrations", "registration-" + what, 1);
        var id = held.registration().toString();
        body.put("id", id)
                .put("sessionId", held.session().toString())
                .put("programmeId", programme.toString())
                .put("attendeeId", held.by().id().toString())
                .put(
                        switch (what) {
                            case "waitlisted" -> "waitlistedAt";
                            case "cancelled" -> "cancelledAt";
                            default -> "confirmedAt";
                        },
                        at.toString());
        body.putArray("together").add(id);
        others.say("registrations", "registration-" + what, id, sequence, body);
        var status = what.equals("promoted") ? "confirmed" : what;
        await().atMost(Newsletters.PATIENCE)
                .until(() ->
                        1L
                                == count(
                                        "select count(*) from registrations where id = $1"
                                                + " and status = $2",
                                        held.registration(),
                                        status));
    }

    private void awaitOne(String sql, UUID id) {
        await().atMost(Newsletters.PATIENCE).until(() -> count(sql, id) == 1);
    }

    private long count(String sql, Object... values) {
        var query = database.sql(sql);
        for (var i = 0; i < values.length; i++) {
            query = query.bind(i, values[i]);
        }
        return query.mapValue(Long.class).one().blockOptional().orElseThrow();
    }
}
