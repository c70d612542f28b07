package org.tinkuy.notification.delivery.mail;

/// How many connections a lane keeps to the mail server. It follows the server: it grows while that
/// hands over more in the same time, and shrinks when the server turns us away.
///
/// A lane begins with a few and doubles them as long as that brings at least half of what it could;
/// then it goes back one step, is content for a while, and goes on by small steps. So it does where
/// a server turned us away. It knows no clock: whoever uses it tells it how much was handed over,
/// and only of times in which mails waited for a connection, because more connections do not help a
/// lane that has nothing to send.
final class RelayWidth {

    static final int FIRST = 2;

    /// So many measurements pass between a step that did not pay, or a server that had enough, and
    /// the next attempt.
    static final int CONTENT_FOR = 40;

    private static final double HALF = 0.5;
    private static final int SMALL_STEPS = 8;

    private final int most;
    private int width;

    /// The width before the step that is being tried; the same as [#width] when none is.
    private int proven;

    private double provenRate;
    private int contentFor;

    /// Beyond this it goes by small steps: there the server turned us away, or became no faster.
    private int careful = Integer.MAX_VALUE;

    /// @param most however fast the server would become with more
    RelayWidth(int most) {
        this.most = Math.max(1, most);
        this.width = Math.min(FIRST, this.most);
        this.proven = width;
    }

    synchronized int width() {
        return width;
    }

    /// @param perSecond mails in a time in which all connections were busy and mails waited
    synchronized void handedOver(double perSecond) {
        if (width == proven) {
            provenRate = perSecond;
            if (contentFor > 0) {
                contentFor--;
            } else {
                tryMore();
            }
        } else if (perSecond >= provenRate * worthwhile()) {
            proven = width;
            provenRate = perSecond;
            tryMore();
        } else {
            beCarefulFrom(proven);
        }
    }

    private double worthwhile() {
        return 1 + HALF * ((double) width / proven - 1);
    }

    private void tryMore() {
        var more =
                width < careful
                        ? Math.min(width * 2, careful)
                        : width + Math.max(1, width / SMALL_STEPS);
        width = Math.min(more, most);
    }

    /// The server put us off (421, 451) or broke off.
    synchronized void turnedAway() {
        beCarefulFrom(width / 2);
    }

    /// It took no more connections than the lane has.
    synchronized void tookNoMoreThan(int connections) {
        if (connections < width) {
            beCarefulFrom(connections);
        }
    }

    /// What was learnt of the server is old: from where it is, it goes on by doubling again.
    synchronized void forget() {
        careful = Integer.MAX_VALUE;
        contentFor = 0;
        proven = width;
    }

    private void beCarefulFrom(int connections) {
        careful = Math.max(1, connections);
        width = careful;
        proven = careful;
        contentFor = CONTENT_FOR;
    }
}
