package org.tinkuy.follower;

import java.util.List;
import org.apache.kafka.common.TopicPartition;

/// The reading of a set of partitions from their beginnings.
interface Reading {

    Reading NOTHING =
            new Reading() {
                @Override
                public List<TopicPartition> partitions() {
                    return List.of();
                }

                @Override
                public boolean isCaughtUp() {
                    return false;
                }

                @Override
                public boolean hasEnded() {
                    return false;
                }

                @Override
                public void stop() {}
            };

    List<TopicPartition> partitions();

    /// Whether the ends were reached that the partitions had when it began.
    boolean isCaughtUp();

    /// By itself: only a new one helps.
    boolean hasEnded();

    void stop();
}
