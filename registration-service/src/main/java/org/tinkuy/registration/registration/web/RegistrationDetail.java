package org.tinkuy.registration.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.registration.LookUpRegistration.Looked;
import org.tinkuy.registration.registration.RegistrationActs.Act;
import org.tinkuy.registration.registration.RegistrationActs.What;
import org.tinkuy.registration.seats.Registration;
import org.tinkuy.registration.seats.Registration.Cancelled;
import org.tinkuy.registration.seats.Registration.Confirmed;
import org.tinkuy.registration.seats.Registration.Lapsed;
import org.tinkuy.registration.seats.Registration.Pending;
import org.tinkuy.registration.seats.Registration.Waitlisted;
import org.tinkuy.registration.seats.Words;

/// A registration as its organisers see it by itself.
///
/// @param reason why it is cancelled
/// @param addressConfirmed whether a code came back from the address under this name
/// @param note of the organisers, for one another; absent: none
/// @param history of what the attendee did, the latest of each kind; of what organisers did, the
///   latest hundred of each kind; the oldest first
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegistrationDetail(
        UUID id,
        UUID sessionId,
        UUID programmeId,
        String status,
        @Nullable String seat,
        @Nullable Integer position,
        @Nullable String reason,
        RegistrationListApi.@Nullable Person attendee,
        boolean addressConfirmed,
        @Nullable String note,
        List<Entry> history) {

    /// @param what `requested`, `waitlisted`, `confirmed`, `lapsed`, `cancelled`, `promoted`,
    ///   `renamed` or `noted`
    /// @param by the organiser who did it; absent: the attendee, or nobody
    /// @param text of a note, or the former name
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(Instant at, String what, @Nullable UUID by, @Nullable String text) {

        static Entry of(Act act) {
            return new Entry(act.at(), Words.of(act.what()), act.organiser().value(), act.text());
        }
    }

    static RegistrationDetail of(Looked looked) {
        var standing = looked.standing();
        var registration = standing.registration();
        var attendee = looked.attendee();
        var view = RegistrationView.of(registration, standing.position(), null);
        return new RegistrationDetail(
                view.id(),
                view.sessionId(),
                view.programmeId(),
                view.status(),
                view.seat(),
                view.position(),
                registration instanceof Cancelled cancelled ? Words.of(cancelled.reason()) : null,
                attendee == null ? null : RegistrationListApi.Person.of(attendee),
                attendee != null && attendee.isConfirmed(),
                note(looked.acts()),
                history(registration, looked.acts()));
    }

    private static @Nullable String note(List<Act> acts) {
        return acts.stream()
                .filter(act -> act.what() == What.NOTED)
                .reduce((_, later) -> later)
                .map(Act::text)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private static List<Entry> history(Registration registration, List<Act> acts) {
        var all = new ArrayList<Entry>();
        add(all, registration.requestedAt(), "requested");
        add(all, registration.waitlistedAt(), "waitlisted");
        switch (registration) {
            case Pending _, Waitlisted _ -> {}
            case Confirmed it ->
                    addUnlessBy(acts, What.PROMOTED, all, it.confirmedAt(), "confirmed");
            case Lapsed it -> add(all, it.lapsedAt(), "lapsed");
            case Cancelled it -> {
                addUnlessBy(acts, What.PROMOTED, all, it.confirmedAt(), "confirmed");
                addUnlessBy(acts, What.CANCELLED, all, it.cancelledAt(), "cancelled");
            }
        }
        acts.forEach(act -> all.add(Entry.of(act)));
        all.sort(Comparator.comparing(Entry::at));
        return List.copyOf(all);
    }

    /// What an organiser did and the state that came of it are saved in one transaction.
    private static void addUnlessBy(
            List<Act> acts, What act, List<Entry> all, @Nullable Instant at, String what) {
        if (acts.stream().noneMatch(one -> one.what() == act && one.at().equals(at))) {
            add(all, at, what);
        }
    }

    private static void add(List<Entry> all, @Nullable Instant at, String what) {
        if (at != null) {
            all.add(new Entry(at, what, null, null));
        }
    }
}
