package org.tinkuy.notification.newsletter;

/// How far a campaign is, in people.
///
/// @param recipients all it goes to; fewer once it is finished, if some unsubscribed before their
///   copy was made
/// @param queued not handed over yet
/// @param unknown the mail server may or may not have taken it; never sent again by itself
/// @param expired not sent: unsubscribed, cancelled or too late
/// @param perSecond handed over, on average of the last ten seconds
public record Progress(
        long recipients,
        long queued,
        long sent,
        long failed,
        long unknown,
        long expired,
        double perSecond) {}
