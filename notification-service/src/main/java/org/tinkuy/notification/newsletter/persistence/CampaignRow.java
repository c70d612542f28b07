package org.tinkuy.notification.newsletter.persistence;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.newsletter.Campaign;
import org.tinkuy.notification.newsletter.CampaignDraft;
import org.tinkuy.notification.newsletter.CampaignId;
import org.tinkuy.notification.newsletter.CampaignState;
import org.tinkuy.notification.newsletter.CampaignWords;
import org.tinkuy.notification.newsletter.PauseReason;
import org.tinkuy.notification.newsletter.SendingRate;
import org.tinkuy.notification.people.ProgrammeId;
import tools.jackson.core.type.TypeReference;

/// A campaign as its row has it.
final class CampaignRow {

    private static final TypeReference<Map<String, CampaignWords>> WORDS = new TypeReference<>() {};

    static final String COLUMNS =
            " id, programme_id, state, words, rate, created_at, started_at, started_by, ended_at,"
                    + " recipients, pause_reason, reply_to, of_session, of_event, waiting_too ";

    private CampaignRow() {}

    private static @Nullable PauseReason pauseReason(@Nullable String json) {
        return json == null ? null : Columns.JSON.readValue(json, PauseReason.class);
    }

    static Parameter replyTo(CampaignDraft draft) {
        var to = draft.replyTo();
        return Columns.nullable(String.class, to == null ? null : to.value());
    }

    private static @Nullable EmailAddress replyTo(Readable row) {
        var to = row.get("reply_to", String.class);
        return to == null ? null : EmailAddress.parse(to).orElseThrow();
    }

    static String words(CampaignDraft draft) {
        var byTag = new TreeMap<String, CampaignWords>();
        draft.words().forEach((language, words) -> byTag.put(language.tag(), words));
        return Columns.JSON.writeValueAsString(byTag);
    }

    static Campaign campaign(Readable row) {
        var words = new EnumMap<Language, CampaignWords>(Language.class);
        Columns.JSON
                .readValue(Columns.need(row, "words", String.class), WORDS)
                .forEach((tag, written) -> words.put(Language.orSpanish(tag), written));
        return new Campaign(
                new CampaignId(Columns.need(row, "id", UUID.class)),
                new ProgrammeId(Columns.need(row, "programme_id", UUID.class)),
                CampaignState.labelled(Columns.need(row, "state", String.class)),
                new CampaignDraft(
                        words,
                        new SendingRate(Columns.need(row, "rate", Integer.class)),
                        replyTo(row),
                        AudienceColumns.audience(row)),
                Columns.need(row, "created_at", Instant.class),
                row.get("started_at", Instant.class),
                row.get("started_by", UUID.class),
                row.get("ended_at", Instant.class),
                row.get("recipients", Integer.class),
                pauseReason(row.get("pause_reason", String.class)));
    }
}
