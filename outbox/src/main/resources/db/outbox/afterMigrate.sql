select outbox_partitions(interval '72 hours');
