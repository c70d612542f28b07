package org.tinkuy.inbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `tinkuy.inbox`.
///
/// @param replication of the topics of dead letters
@ConfigurationProperties("tinkuy.inbox")
record InboxProperties(@DefaultValue("1") short replication) {}
