package org.tinkuy.notification.delivery;

/// Says, after a commit, that a lane may have something to do.
public interface NewsForWorkers {

    void ring(Lane lane);
}
