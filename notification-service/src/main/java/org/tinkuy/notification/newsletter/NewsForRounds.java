package org.tinkuy.notification.newsletter;

/// Says, after a commit, that a campaign has something to do.
public interface NewsForRounds {

    void ring();
}
