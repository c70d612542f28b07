package org.tinkuy.notification.newsletter.persistence;

import io.r2dbc.spi.Readable;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.newsletter.Newsletter;
import org.tinkuy.notification.newsletter.Newsletters;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.ProgrammeId;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

@Repository
class PostgresNewsletters implements Newsletters {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final DatabaseClient database;

    PostgresNewsletters(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Newsletter> of(ProgrammeId programme) {
        return database.sql(
                        """
                        select id, slug, title, newsletter
                        from programme where id = :id and newsletter is not null
                        """)
                .bind("id", programme.value())
                .map(PostgresNewsletters::newsletter)
                .one();
    }

    /// Inside the column `programme.newsletter`.
    private record Policy(String name, @Nullable Map<String, String> acknowledgement) {}

    static Newsletter newsletter(Readable row) {
        var policy =
                Columns.JSON.readValue(Columns.need(row, "newsletter", String.class), Policy.class);
        return new Newsletter(
                new ProgrammeId(Columns.need(row, "id", UUID.class)),
                Columns.need(row, "slug", String.class),
                text(Columns.JSON.readValue(Columns.need(row, "title", String.class), TEXTS)),
                policy.name(),
                text(policy.acknowledgement()));
    }

    private static LocalisedText text(@Nullable Map<String, String> byLanguage) {
        return new LocalisedText(byLanguage == null ? Map.of() : byLanguage);
    }
}
