package org.tinkuy.session.schedule;

/// Local times that no session can have.
public final class ImpossibleTimes extends RuntimeException {

    ImpossibleTimes(String reason) {
        super(reason);
    }
}
