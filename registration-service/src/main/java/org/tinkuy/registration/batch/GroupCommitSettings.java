package org.tinkuy.registration.batch;

import java.time.Duration;

/// @param meters what the names of its meters begin with
/// @param batch the most commands that are decided in one transaction
/// @param inFlight transactions at a time
/// @param queue the most commands that may wait
/// @param patience for so long a command waits for what somebody else holds
public record GroupCommitSettings(
        String meters, int batch, int inFlight, int queue, Duration patience) {}
