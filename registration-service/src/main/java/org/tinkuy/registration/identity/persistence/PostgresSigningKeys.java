package org.tinkuy.registration.identity.persistence;

import static java.util.Objects.requireNonNull;
import static org.tinkuy.registration.identity.persistence.Columns.required;

import io.r2dbc.spi.Readable;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.registration.identity.IdentityProperties;
import org.tinkuy.registration.identity.SigningKey;
import org.tinkuy.registration.identity.SigningKeys;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PostgresSigningKeys implements SigningKeys {

    private static final String ADD =
            """
            insert into signing_keys (id, public_key, sealed_private_key, signs_from, signs_until)
            values (:id, :publicKey, :sealed, :signsFrom, :signsUntil)
            """;

    private final DatabaseClient database;
    private final KeySeal seal;

    PostgresSigningKeys(DatabaseClient database, IdentityProperties properties) {
        this.database = database;
        this.seal = new KeySeal(properties.signInSecret());
    }

    @Override
    public Flux<SigningKey> all() {
        return database.sql("select * from signing_keys order by signs_from").map(this::key).all();
    }

    @Override
    public Mono<Void> lock() {
        return database.sql("LOCK TABLE signing_keys IN SHARE ROW EXCLUSIVE MODE").then();
    }

    @Override
    public Mono<Void> add(SigningKey key) {
        var encoded = requireNonNull(key.privateKey()).getEncoded();
        return database.sql(ADD)
                .bind("id", key.id())
                .bind("publicKey", key.publicKey().getEncoded())
                .bind("sealed", seal.seal(key.id(), encoded))
                .bind("signsFrom", key.signsFrom())
                .bind("signsUntil", key.signsUntil())
                .then();
    }

    private SigningKey key(Readable row) {
        var id = required(row, "id", UUID.class);
        return new SigningKey(
                id,
                publicKey(required(row, "public_key", byte[].class)),
                privateKey(id, required(row, "sealed_private_key", byte[].class)),
                required(row, "signs_from", Instant.class),
                required(row, "signs_until", Instant.class));
    }

    private static ECPublicKey publicKey(byte[] encoded) {
        try {
            return (ECPublicKey)
                    KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable ECPrivateKey privateKey(UUID id, byte[] sealed) {
        var encoded = seal.open(id, sealed);
        if (encoded.isEmpty()) {
            return null;
        }
        try {
            return (ECPrivateKey)
                    KeyFactory.getInstance("EC")
                            .generatePrivate(new PKCS8EncodedKeySpec(encoded.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
