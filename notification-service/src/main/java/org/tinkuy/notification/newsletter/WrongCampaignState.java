package org.tinkuy.notification.newsletter;

/// What was asked for is not possible in the state that the campaign is in.
public final class WrongCampaignState extends RuntimeException {

    private final CampaignState state;

    WrongCampaignState(CampaignState state) {
        super("the campaign is " + state.label(), null, false, false);
        this.state = state;
    }

    public CampaignState state() {
        return state;
    }
}
