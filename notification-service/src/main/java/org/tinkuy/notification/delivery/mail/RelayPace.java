package org.tinkuy.notification.delivery.mail;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.Lane;

/// How fast the mail server is given mails: no faster than configured, and slower when it says that
/// it is busy.
///
/// Codes are few and urgent. They take their share and do not wait for it, so the others make room.
@Component
class RelayPace {

    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST_OF_CODES = Duration.ofSeconds(2);
    private static final int DOUBLINGS = 6;

    /// A greylisting server defers single recipients, and takes others in between.
    private static final int DEFERRALS_IN_A_ROW = 5;

    private final int rate;
    private final LongSupplier nanos;
    private long nextAt;
    private long restingSince;
    private long restFor;
    private int rests;
    private int deferrals;

    @Autowired
    RelayPace(NotificationSettings settings) {
        this(settings.smtp().rate(), System::nanoTime);
    }

    RelayPace(int rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
        this.nextAt = nanos.getAsLong();
        this.restingSince = nextAt;
    }

    /// How many mails a lane may have in hand at once, so that what is in hand does not grow stale.
    int atOnce(int most) {
        return rate == 0 ? most : Math.clamp(rate, 1, most);
    }

    /// How long the lane has to wait before the next mail.
    synchronized Duration pause(Lane lane) {
        var now = nanos.getAsLong();
        var rest = restFor - (now - restingSince);
        if (lane == Lane.CODES) {
            return Duration.ofNanos(
                    Math.clamp(
                            LONGEST_REST_OF_CODES.toNanos() - (now - restingSince),
                            0,
                            Math.max(rest, 0)));
        }
        var turn = rate == 0 ? 0 : nextAt - now;
        return Duration.ofNanos(Math.max(Math.max(rest, turn), 0));
    }

    synchronized void took() {
        if (rate > 0) {
            var now = nanos.getAsLong();
            nextAt = (nextAt - now > 0 ? nextAt : now) + Duration.ofSeconds(1).toNanos() / rate;
        }
    }

    /// @return zero: the turn was taken; otherwise how long the lane has to wait for one
    synchronized Duration turn(Lane lane) {
        var pause = pause(lane);
        if (pause.isZero()) {
            took();
        }
        return pause;
    }

    /// What was on its way when the server had enough says nothing of what it takes after that.
    synchronized void accepted() {
        deferrals = 0;
        if (!hasJustBegunToRest()) {
            rests = 0;
            restFor = 0;
        }
    }

    /// The server put off one message.
    ///
    /// @return whether it has had enough for now
    synchronized boolean deferred() {
        deferrals++;
        return deferrals >= DEFERRALS_IN_A_ROW && rest();
    }

    /// The server ended the conversation (421).
    ///
    /// @return `false`: it is known already that it has had enough for now
    synchronized boolean turnedAway() {
        return rest();
    }

    /// Many conversations may end at once, for one reason.
    private boolean rest() {
        deferrals = 0;
        if (hasJustBegunToRest()) {
            return false;
        }
        var rest = SHORTEST_REST.multipliedBy(1L << Math.min(rests, DOUBLINGS));
        restFor = Math.min(rest.toNanos(), LONGEST_REST.toNanos());
        restingSince = nanos.getAsLong();
        rests++;
        return true;
    }

    private boolean hasJustBegunToRest() {
        return restFor > 0 && nanos.getAsLong() - restingSince < SHORTEST_REST.toNanos();
    }
}
