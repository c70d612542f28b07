package org.tinkuy.session.speaker.persistence;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.speaker.InvitationSecret;
import org.tinkuy.session.speaker.Invitations;
import org.tinkuy.session.speaker.SpeakerId;
import reactor.core.publisher.Mono;

@Repository
class PostgresInvitations implements Invitations {

    private final DatabaseClient database;

    PostgresInvitations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> put(Invited invited, InvitationSecret secret, Instant expiresAt) {
        return database.sql(
                        """
                        insert into speaker_invitations (speaker_id, programme_id, secret_digest, expires_at)
                        values (:speaker, :programme, :digest, :expires)
                        on conflict (speaker_id) do update
                        set secret_digest = excluded.secret_digest, expires_at = excluded.expires_at
                        """)
                .bind("speaker", invited.speaker().value())
                .bind("programme", invited.programme().value())
                .bind("digest", secret.digest())
                .bind("expires", expiresAt)
                .then();
    }

    @Override
    public Mono<Invited> find(InvitationSecret secret, Instant now) {
        return database.sql(
                        """
                        select programme_id, speaker_id from speaker_invitations
                        where secret_digest = :digest and expires_at > :now
                        """)
                .bind("digest", secret.digest())
                .bind("now", now)
                .map(row ->
                        new Invited(
                                new ProgrammeId(
                                        Objects.requireNonNull(
                                                row.get("programme_id", UUID.class))),
                                new SpeakerId(
                                        Objects.requireNonNull(row.get("speaker_id", UUID.class)))))
                .one();
    }
}
