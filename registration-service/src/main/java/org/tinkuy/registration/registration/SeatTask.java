package org.tinkuy.registration.registration;

import org.tinkuy.registration.seats.PoolId;

/// @param mark differs for everything that was published
public record SeatTask(PoolId pool, long mark) {}
