package org.tinkuy.site.organiser.campaign;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.site.organiser.campaign.Campaigns.Campaign;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.page.NotForYou;
import org.tinkuy.site.page.SignInFirst;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Visitor;
import org.tinkuy.token.Caller;

/// Who may open these pages: organisers, and a programme's editors.
@Component
class Editors {

    private final Clock clock;

    Editors(Clock clock) {
        this.clock = clock;
    }

    /// @throws SignInFirst if nobody is signed in
    /// @throws NotForYou if the visitor edits nothing
    Caller caller(Visitor visitor) {
        var caller = visitor.caller();
        if (caller == null) {
            throw new SignInFirst();
        }
        if (!caller.editsSomething()) {
            throw new NotForYou();
        }
        return caller;
    }

    /// Those with a newsletter.
    List<Programme> programmes(Visitor visitor, Schedule schedule) {
        var caller = caller(visitor);
        return schedule.programmes(clock.instant()).stream()
                .filter(programme ->
                        programme.newsletter() != null && caller.mayEdit(programme.id()))
                .toList();
    }

    /// Those whose registered the visitor may write to.
    List<Programme> organised(Visitor visitor, Schedule schedule) {
        var caller = visitor.caller();
        if (caller == null) {
            throw new SignInFirst();
        }
        if (!caller.organisesSomething()) {
            throw new NotForYou();
        }
        return schedule.programmes(clock.instant()).stream()
                .filter(programme -> caller.mayOrganise(programme.id()))
                .toList();
    }

    /// @throws NoSuchPage if it is not published or not the visitor's
    Programme its(Campaign campaign, Visitor visitor, Schedule schedule) {
        return asked(
                campaign.programmeId(),
                campaign.registered() == null
                        ? programmes(visitor, schedule)
                        : organised(visitor, schedule));
    }

    /// @throws NoSuchPage if it is none of them
    Programme asked(UUID id, List<Programme> programmes) {
        return programmes.stream()
                .filter(programme -> programme.id().equals(id))
                .findFirst()
                .orElseThrow(NoSuchPage::new);
    }

    /// The first where none is asked for.
    ///
    /// @throws NoSuchPage if what is asked for is none of them
    Optional<Programme> chosen(@Nullable String id, List<Programme> programmes) {
        if (id == null || id.isBlank()) {
            return programmes.stream().findFirst();
        }
        return Optional.of(asked(id(id), programmes));
    }

    /// @throws NoSuchPage if none of the visitor's has a newsletter
    Programme first(Visitor visitor, Schedule schedule) {
        return programmes(visitor, schedule).stream().findFirst().orElseThrow(NoSuchPage::new);
    }

    /// @throws NoSuchPage if it is not published or not the visitor's
    Programme programme(UUID id, Visitor visitor, Schedule schedule) {
        return asked(id, programmes(visitor, schedule));
    }

    /// @throws NoSuchPage if it is none
    static UUID id(@Nullable String text) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException _) {
            throw new NoSuchPage();
        }
    }
}
