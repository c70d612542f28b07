package org.tinkuy.registration.identity.persistence;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.tinkuy.registration.identity.persistence.Columns.optional;
import static org.tinkuy.registration.identity.persistence.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.identity.Challenges;
import org.tinkuy.registration.identity.MailAllowance;
import org.tinkuy.registration.identity.SignInChallenge;
import org.tinkuy.registration.identity.SignIns;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresChallenges implements Challenges {

    /// Counts and reads in one statement; rows are locked in the order of addresses.
    private static final String COUNT_REQUESTS =
            """
            insert into sign_in_allowances as known
                (address, mails_since, mails, wrong_answers_since, wrong_answers)
            select address, :now, mails, :now, 0
            from unnest(:addresses::text[], :asked::int[]) as asked (address, mails)
            order by address
            on conflict (address) do update set
                mails = excluded.mails
                    + case when known.mails_since > :mailsAfter then known.mails else 0 end,
                mails_since = case when known.mails_since > :mailsAfter
                    then known.mails_since else excluded.mails_since end,
                wrong_answers = case when known.wrong_answers_since > :answersAfter
                    then known.wrong_answers else 0 end,
                wrong_answers_since = case when known.wrong_answers_since > :answersAfter
                    then known.wrong_answers_since else excluded.wrong_answers_since end
            returning address, mails, mails_since, wrong_answers, wrong_answers_since
            """;

    private static final String COUNT_WRONG_ANSWER =
            """
            update sign_in_allowances set
                wrong_answers = 1 + case when wrong_answers_since > :answersAfter
                    then wrong_answers else 0 end,
                wrong_answers_since = case when wrong_answers_since > :answersAfter
                    then wrong_answers_since else :now end
            where address = :address
            """;

    /// One that is in place of another is of its chain, one round later.
    private static final String ADD =
            """
            insert into sign_in_challenges (id, address, language, time_zone, name, session_ids,
                mailed, expires_at, first_id, round)
            select opened.id, opened.address, opened.language, opened.time_zone, opened.name,
                string_to_array(opened.session_ids, ',')::uuid[], opened.mailed, opened.expires_at,
                coalesce(renewed.first_id, opened.id),
                case when renewed.id is null then 1 else 1 + coalesce((
                    select max(round) from sign_in_challenges same
                    where same.first_id = renewed.first_id and same.round > 1), 1) end
            from unnest(:ids::uuid[], :addresses::text[], :languages::text[], :timeZones::text[],
                :names::text[], :sessionIds::text[], :mailed::boolean[], :expiresAt::timestamptz[],
                :renews::uuid[])
                as opened (id, address, language, time_zone, name, session_ids, mailed, expires_at,
                    renews)
            left join sign_in_challenges renewed on renewed.id = opened.renews
            """;

    /// One that was not mailed takes no other's place: the code that came last stays good.
    private static final String FIND =
            """
            select challenge.*, exists (
                select from sign_in_challenges newer
                where newer.first_id = challenge.first_id and newer.round > 1
                    and newer.round > challenge.round and newer.mailed) as renewed
            from sign_in_challenges challenge
            where challenge.id = :id
            """;

    private static final String RENEWED_BY =
            """
            select older.id
            from sign_in_challenges challenge
            join sign_in_challenges older on older.id = challenge.first_id
                or (older.first_id = challenge.first_id and older.round > 1)
            where challenge.id = :id and older.round < challenge.round
            """;

    private final DatabaseClient database;

    PostgresChallenges(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<EmailAddress, MailAllowance>> countRequests(
            Map<EmailAddress, Integer> asked, Instant now) {
        var byMailbox = new HashMap<String, Integer>();
        asked.forEach((address, count) -> byMailbox.merge(address.mailbox(), count, Integer::sum));
        var rows = List.copyOf(byMailbox.entrySet());
        return database.sql(COUNT_REQUESTS)
                .bind("addresses", rows.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .bind("asked", rows.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .bind("now", now)
                .bind("mailsAfter", now.minus(MailAllowance.MAIL_WINDOW))
                .bind("answersAfter", now.minus(MailAllowance.WRONG_ANSWER_WINDOW))
                .map(row ->
                        Map.entry(
                                required(row, "address", String.class),
                                new MailAllowance(
                                        required(row, "mails", Integer.class),
                                        required(row, "mails_since", Instant.class),
                                        required(row, "wrong_answers", Integer.class),
                                        required(row, "wrong_answers_since", Instant.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(counted ->
                        asked.keySet().stream()
                                .collect(
                                        toMap(
                                                address -> address,
                                                address ->
                                                        requireNonNull(
                                                                counted.get(address.mailbox())))));
    }

    @Override
    public Mono<Void> countWrongAnswer(EmailAddress address, Instant now) {
        return database.sql(COUNT_WRONG_ANSWER)
                .bind("address", address.mailbox())
                .bind("now", now)
                .bind("answersAfter", now.minus(MailAllowance.WRONG_ANSWER_WINDOW))
                .then();
    }

    @Override
    public Mono<Void> add(List<Opened> opened) {
        var challenges = opened.stream().map(Opened::challenge).toList();
        return database.sql(ADD)
                .bind("ids", challenges.stream().map(SignInChallenge::id).toArray(UUID[]::new))
                .bind("addresses", column(challenges, challenge -> challenge.address().value()))
                .bind("languages", column(challenges, SignInChallenge::language))
                .bind("timeZones", column(challenges, PostgresChallenges::timeZone))
                .bind("names", column(challenges, PostgresChallenges::name))
                .bind("sessionIds", column(challenges, PostgresChallenges::sessionIds))
                .bind(
                        "mailed",
                        challenges.stream().map(SignInChallenge::mailed).toArray(Boolean[]::new))
                .bind(
                        "expiresAt",
                        column(challenges, challenge -> challenge.expiresAt().toString()))
                .bind("renews", opened.stream().map(Opened::renews).toArray(UUID[]::new))
                .then();
    }

    @Override
    public Mono<SignInChallenge> find(UUID id) {
        return find(FIND, id);
    }

    @Override
    public Mono<SignInChallenge> lock(UUID id) {
        return find(FIND + " for update of challenge", id);
    }

    private Mono<SignInChallenge> find(String sql, UUID id) {
        return database.sql(sql).bind("id", id).map(PostgresChallenges::challenge).one();
    }

    @Override
    public Flux<UUID> renewedBy(SignInChallenge challenge) {
        return challenge.round() == 1
                ? Flux.empty()
                : database.sql(RENEWED_BY)
                        .bind("id", challenge.id())
                        .map(row -> required(row, "id", UUID.class))
                        .all();
    }

    @Override
    public Mono<Void> save(SignInChallenge answered) {
        return database.sql(
                        "update sign_in_challenges set wrong_answers = :wrong, used_at = :used"
                                + " where id = :id")
                .bind("id", answered.id())
                .bind("wrong", answered.wrongAnswers())
                .bind("used", optional(answered.usedAt(), Instant.class))
                .then();
    }

    @Override
    public Mono<Void> withdraw(SignInChallenge challenge, Instant now) {
        return database.sql(
                        """
                        update sign_in_challenges set used_at = :now
                        where used_at is null
                            and (id = :first or (first_id = :first and round > 1))
                        """)
                .bind("now", now)
                .bind("first", challenge.firstId())
                .then();
    }

    @Override
    public Flux<SignIns.Named> named(EmailAddress address, Instant now) {
        return database.sql(
                        """
                        select name, session_ids from sign_in_challenges
                        where address = :address and name is not null and mailed
                            and used_at is null and expires_at > :now
                        """)
                .bind("address", address.value())
                .bind("now", now)
                .map(row -> requireNonNull(named(row), "asked for with a name"))
                .all();
    }

    private static String[] column(
            List<SignInChallenge> rows, Function<SignInChallenge, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String timeZone(SignInChallenge challenge) {
        return challenge.timeZone() == null ? null : challenge.timeZone().getId();
    }

    private static @Nullable String name(SignInChallenge challenge) {
        return challenge.named() == null ? null : challenge.named().name();
    }

    private static @Nullable String sessionIds(SignInChallenge challenge) {
        var named = challenge.named();
        return named == null
                ? null
                : named.sessionIds().stream().map(UUID::toString).collect(joining(","));
    }

    private static SignInChallenge challenge(Readable row) {
        var timeZone = row.get("time_zone", String.class);
        return new SignInChallenge(
                required(row, "id", UUID.class),
                new EmailAddress(required(row, "address", String.class)),
                required(row, "language", String.class),
                timeZone == null ? null : ZoneId.of(timeZone),
                named(row),
                required(row, "mailed", Boolean.class),
                required(row, "expires_at", Instant.class),
                required(row, "wrong_answers", Integer.class),
                row.get("used_at", Instant.class),
                required(row, "first_id", UUID.class),
                required(row, "round", Integer.class),
                required(row, "renewed", Boolean.class));
    }

    private static SignIns.@Nullable Named named(Readable row) {
        var name = row.get("name", String.class);
        return name == null
                ? null
                : new SignIns.Named(name, List.of(required(row, "session_ids", UUID[].class)));
    }
}
