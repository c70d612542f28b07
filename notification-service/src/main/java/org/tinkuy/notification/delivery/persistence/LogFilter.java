package org.tinkuy.notification.delivery.persistence;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.tinkuy.notification.Columns;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.DeliveryLog.Filter;
import org.tinkuy.notification.delivery.DeliveryLog.Visibility;

/// Which deliveries somebody may see and asks for; in SQL each is `d`.
final class LogFilter {

    static final String VISIBLE =
            """
             (cast(:programmes as uuid[]) is null or d.programme_id = any(:programmes))
              and (cast(:programme as uuid) is null or d.programme_id = :programme)
              and (cast(:state as text) is null or d.state = :state)
              and (cast(:kind as text) is null or d.kind = :kind)
              and (cast(:about as uuid) is null or d.about[1] = :about)
            """;

    /// The address of a code is forgotten when its delivery ends.
    static final String CAN_BE_SENT =
            " d.expires_at > :now and d.kind <> '" + DeliveryKind.SIGN_IN_CODE.label() + "'";

    private LogFilter() {}

    static GenericExecuteSpec bound(
            DatabaseClient database, String sql, Visibility visibility, Filter filter) {
        var programmes =
                switch (visibility) {
                    case Visibility.Everything() -> null;
                    case Visibility.OfProgrammes(var ids) -> ids.toArray(UUID[]::new);
                };
        var state = filter.state();
        var kind = filter.kind();
        return database.sql(sql)
                .bind("programmes", Columns.nullable(UUID[].class, programmes))
                .bind("programme", Columns.nullable(UUID.class, filter.programme()))
                .bind("state", Columns.nullable(String.class, state == null ? null : state.label()))
                .bind("kind", Columns.nullable(String.class, kind == null ? null : kind.label()))
                .bind("about", Columns.nullable(UUID.class, filter.about()));
    }
}
