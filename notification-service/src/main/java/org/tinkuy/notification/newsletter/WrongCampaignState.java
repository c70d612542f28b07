package org.tinkuy.notification.newsletter;

import java.util.Map;
import org.tinkuy.problems.Refusal;

/// What was asked for is not possible in the state that the campaign is in.
public final class WrongCampaignState extends Refusal {

    private final CampaignState state;

    WrongCampaignState(CampaignState state) {
        super(
                Because.CONFLICT,
                "wrong-campaign-state",
                "This is not possible while the campaign is " + state.label() + ".");
        this.state = state;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("state", state.label());
    }
}
