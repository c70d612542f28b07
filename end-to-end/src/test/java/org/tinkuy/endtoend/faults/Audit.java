package org.tinkuy.endtoend.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tinkuy.endtoend.TinkuySystem;

/// Compares what people were told with what the databases, the topics and the mail server hold.
final class Audit {

    private record Delivery(
            UUID id, String kind, String state, int unknowns, String address, String reason) {}

    private final TinkuySystem system;
    private final Database registration;
    private final Database session;
    private final Database notification;
    private final Map<String, Long> mustBeNone = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    Audit(TinkuySystem system) throws IOException {
        this.system = system;
        this.registration = Database.of(system, "registration");
        this.session = Database.of(system, "session");
        this.notification = Database.of(system, "notification");
    }

    /// What has to be 0, and is not.
    Map<String, Long> faults() {
        return mustBeNone.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    String report() {
        return String.join("\n", lines);
    }

    /// Whether everything that was begun has come to an end.
    ///
    /// @return what has not; empty: settled
    List<String> unsettled() {
        var open = new ArrayList<String>();
        try {
            for (var database : List.of(registration, session, notification)) {
                note(
                        open,
                        "unpublished messages of " + database.user(),
                        database.count(
                                "select count(*) from outbox_messages where published_at is null"));
            }
            note(
                    open,
                    "confirmations to complete",
                    registration.count("select count(*) from confirmations_due"));
            note(
                    open,
                    "open deliveries",
                    notification.count("select count(*) from deliveries where state <> 'paused'"));
            note(
                    open,
                    "reminders not fanned out",
                    notification.count(
                            "select count(*) from reminders where done_at is null and due_at < ?",
                            now()));
            note(
                    open,
                    "campaigns under way",
                    notification.count(
                            "select count(*) from campaigns where state in ('sending', 'paused')"));
            note(
                    open,
                    "registrations that notification-service knows otherwise",
                    differences(standings(registration), standings(notification)));
        } catch (SQLException e) {
            open.add(String.valueOf(e.getMessage()));
        }
        return open;
    }

    private OffsetDateTime now() {
        return system.now().atOffset(ZoneOffset.UTC);
    }

    private static void note(List<String> open, String what, long count) {
        if (count > 0) {
            open.add(count + " " + what);
        }
    }

    /// Of what nobody confirmed nobody is told.
    private static Map<String, String> standings(Database database) throws SQLException {
        return database
                .list(
                        """
                        select id, status from registrations
                        where status not in ('pending', 'lapsed')
                        """,
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void registrations(Crowd.Answered crowd, UUID at, int capacity) throws SQLException {
        var rows =
                registration.list(
                        """
                        select a.address, r.status, a.confirmed_at is not null
                        from registrations r join attendees a on a.id = r.attendee_id
                        where r.session_id = ?
                        """,
                        row -> new Standing(row.getString(1), row.getString(2), row.getBoolean(3)),
                        at);
        var byAddress = rows.stream().collect(Collectors.groupingBy(Standing::address));
        lines.add(
                String.format(
                        Locale.ROOT,
                        "registrations: %d answered with 201, %d in the database, %d tries repeated",
                        crowd.registered().size(),
                        rows.size(),
                        crowd.repeats()));
        none(
                "registrations lost",
                crowd.registered().stream().filter(a -> !byAddress.containsKey(a)).count());
        none(
                "registrations doubled",
                byAddress.values().stream().filter(list -> list.size() > 1).count()
                        + rows.size()
                        - byAddress.size());
        none(
                "confirmations lost",
                crowd.confirmed().stream()
                        .flatMap(a -> byAddress.getOrDefault(a, List.of()).stream())
                        .filter(r -> !r.addressConfirmed() || r.status().equals("pending"))
                        .count());
        none(
                "cancellations lost",
                crowd.cancelled().stream()
                        .flatMap(a -> byAddress.getOrDefault(a, List.of()).stream())
                        .filter(r -> !r.status().equals("cancelled"))
                        .count());
        var states =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Standing::status, TreeMap::new, Collectors.counting()));
        var confirmed = states.getOrDefault("confirmed", 0L);
        var taken = registration.count("select sum(taken) from pools where session_id = ?", at);
        lines.add(
                String.format(
                        Locale.ROOT, "seats: %d offered, %d taken; %s", capacity, taken, states));
        none("seats over capacity", Math.max(0, confirmed - capacity));
        var held = registration.count("select sum(held) from pools where session_id = ?", at);
        none("seats counted wrongly", Math.abs(taken - held - confirmed));
        none(
                "seats empty while people wait",
                states.containsKey("waitlisted") ? Math.max(0, capacity - taken) : 0);
    }

    private record Standing(String address, String status, boolean addressConfirmed) {}

    void messages(UUID at) throws SQLException, IOException {
        var deliveries =
                notification
                        .list(
                                """
                                select d.id, d.kind, d.state, d.unknowns,
                                    coalesce(r.address, ''), coalesce(d.reason, '')
                                from all_deliveries d left join recipients r on r.id = d.recipient_id
                                """,
                                row ->
                                        new Delivery(
                                                row.getObject(1, UUID.class),
                                                row.getString(2),
                                                row.getString(3),
                                                row.getInt(4),
                                                row.getString(5),
                                                row.getString(6)))
                        .stream()
                        .collect(Collectors.toMap(Delivery::id, Function.identity()));
        var copies = new HashMap<UUID, Integer>();
        for (var mail : ReceivedMail.all(system)) {
            copies.merge(mail.delivery(), 1, Integer::sum);
        }
        kinds(deliveries.values(), copies);
        none(
                "messages said to be sent and not received",
                deliveries.values().stream()
                        .filter(d -> d.state().equals("sent") && !copies.containsKey(d.id()))
                        .count());
        none(
                "messages failed",
                deliveries.values().stream().filter(d -> d.state().equals("failed")).count());
        none(
                "messages received that nobody wrote",
                copies.keySet().stream().filter(id -> !deliveries.containsKey(id)).count());
        none("messages owed and not written", owed(at));
        var twice =
                copies.entrySet().stream()
                        .filter(copy -> copy.getValue() > 1)
                        .map(copy -> deliveries.get(copy.getKey()))
                        .toList();
        var counted = twice.stream().filter(d -> d != null && d.unknowns() > 0).count();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "messages received twice: %d, counted as unknown: %d",
                        twice.size(),
                        counted));
        none("messages doubled and not counted", twice.size() - counted);
        var unknown =
                deliveries.values().stream().filter(d -> d.state().equals("unknown")).toList();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "messages left unknown: %d, of which not received: %d",
                        unknown.size(),
                        unknown.stream().filter(d -> !copies.containsKey(d.id())).count()));
        none("dead letters", deadLetters());
    }

    private void kinds(Iterable<Delivery> deliveries, Map<UUID, Integer> copies) {
        var states = new TreeMap<String, Map<String, Integer>>();
        for (var delivery : deliveries) {
            states.computeIfAbsent(delivery.kind(), _ -> new TreeMap<>())
                    .merge(delivery.state(), 1, Integer::sum);
        }
        lines.add("messages: " + states);
        lines.add("messages received: " + copies.values().stream().mapToInt(i -> i).sum());
    }

    /// Registrations of which nothing was said; nobody is told that a registration ended which was
    /// never decided.
    private long untold(UUID at) throws SQLException {
        var told =
                new HashSet<>(
                        notification.list(
                                """
                                select n.registration_id, n.status, d.state
                                from notice_parts n join all_deliveries d on d.dedupe_key = n.act
                                where n.session_id = ? and d.state in ('sent', 'unknown', 'expired')
                                """,
                                row ->
                                        row.getString(3).equals("expired")
                                                ? row.getString(1)
                                                : row.getString(1) + " " + row.getString(2),
                                at));
        return registration
                .list(
                        """
                        select id, status from registrations
                        where session_id = ? and (status in ('confirmed', 'waitlisted')
                            or status = 'cancelled'
                                and coalesce(confirmed_at, waitlisted_at) is not null)
                        """,
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        at)
                .stream()
                .filter(r -> !told.contains(r.getKey()))
                .filter(r -> !told.contains(r.getKey() + " " + r.getValue()))
                .count();
    }

    /// What follows from the registrations and the list, and has no row.
    long owed(UUID at) throws SQLException {
        return untold(at)
                + notification.count(
                        """
                        select count(*) from registrations r
                        join reminders m on m.session_id = r.session_id and m.due_at < ?
                        where r.session_id = ? and r.status = 'confirmed'
                          and r.decided_at < m.due_at
                          and not exists (
                            select 1 from all_deliveries d
                            where d.kind = m.kind and d.recipient_id = r.recipient_id
                              and d.about = array[r.session_id]
                              and d.state in ('sent', 'unknown'))
                        """,
                        now(),
                        at)
                + notification.count(
                        """
                        select count(*) from subscriptions s
                        join campaigns c on c.programme_id = s.programme_id
                            and c.started_at >= s.confirmed_at
                        where s.state = 'confirmed' and not exists (
                            select 1 from all_deliveries d
                            where d.kind = 'campaign' and d.recipient_id = s.id
                              and d.about[1] = c.id and d.state in ('sent', 'unknown'))
                        """);
    }

    /// Topics of dead letters begin like this.
    long deadLetters() {
        return Topics.of(system).sizeOf("error.");
    }

    void topics() throws SQLException {
        var topics = Topics.of(system);
        agree(
                "registrations",
                versions(registration, "select id, version, status from registrations"),
                topics.newest("registrations"),
                message -> message.sequence() + " " + message.body().path("status").asString());
        agree(
                "attendees",
                versions(
                        registration,
                        """
                        select id, version, address from attendees where confirmed_at is not null
                        """),
                topics.newest("attendees"),
                message -> message.sequence() + " " + message.body().path("address").asString());
        none(
                "registrations that notification-service knows otherwise",
                differences(standings(registration), standings(notification)));
    }

    private static Map<String, String> versions(Database database, String query)
            throws SQLException {
        return database
                .list(
                        query,
                        row -> Map.entry(row.getString(1), row.getLong(2) + " " + row.getString(3)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void agree(
            String topic,
            Map<String, String> rows,
            Map<String, Topics.Message> messages,
            Function<Topics.Message, String> state) {
        var read =
                messages.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, m -> state.apply(m.getValue())));
        lines.add(
                String.format(
                        Locale.ROOT,
                        "topic %s: %d keys, %d rows",
                        topic,
                        read.size(),
                        rows.size()));
        none("differences between topic and table: " + topic, differences(rows, read));
    }

    private static long differences(Map<String, String> one, Map<String, String> other) {
        var keys = new HashSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys.stream().filter(key -> !Objects.equals(one.get(key), other.get(key))).count();
    }

    private void none(String what, long count) {
        mustBeNone.put(what, count);
        lines.add(String.format(Locale.ROOT, "  %-60s %d", what, count));
    }
}
