package org.tinkuy.notification;

import java.util.Set;
import org.tinkuy.testing.ServiceArchitectureRules;

class ArchitectureTests extends ServiceArchitectureRules {

    ArchitectureTests() {
        super("org.tinkuy.notification");
    }

    @Override
    protected Set<String> handlersThatOnlyRead() {
        return Set.of("CampaignApi.preview", "SubscriptionApi.lookAtConfirmation");
    }
}
