package org.tinkuy.notification.newsletter;

import java.util.UUID;

public record CampaignId(UUID value) {}
