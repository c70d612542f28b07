package org.tinkuy.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `tinkuy.inbox`.
///
/// @param replication of the topics of dead letters
/// @param keep how long the id of a fact is known: longer than a record stays in any topic that is
///   not compacted (30 days, and a segment of a week)
@ConfigurationProperties("tinkuy.inbox")
record InboxProperties(@DefaultValue("1") short replication, @DefaultValue("40d") Duration keep) {}
