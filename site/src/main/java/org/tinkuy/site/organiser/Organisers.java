package org.tinkuy.site.organiser;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.page.NotForYou;
import org.tinkuy.site.page.SignInFirst;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Visitor;
import org.tinkuy.token.Caller;

/// Who may open organisers' pages. The services decide again about everything that is asked of
/// them.
final class Organisers {

    private Organisers() {}

    /// @throws SignInFirst if nobody is signed in
    /// @throws NotForYou if the visitor organises nothing
    static Caller caller(Visitor visitor) {
        var caller = visitor.caller();
        if (caller == null) {
            throw new SignInFirst();
        }
        if (!caller.organisesSomething()) {
            throw new NotForYou();
        }
        return caller;
    }

    static List<Programme> programmes(Caller caller, Schedule schedule, Instant now) {
        return schedule.programmes(now).stream()
                .filter(programme -> caller.mayOrganise(programme.id()))
                .toList();
    }

    /// For a page that says which one it shows: the first where none is asked for.
    ///
    /// @throws NoSuchPage if what is asked for is none of them
    static Optional<Programme> chosen(@Nullable String id, List<Programme> programmes) {
        return id == null || id.isBlank()
                ? programmes.stream().findFirst()
                : Optional.of(asked(id, programmes));
    }

    /// @throws NoSuchPage if it is none of them
    static Programme asked(@Nullable String id, List<Programme> programmes) {
        return id(id).flatMap(wanted ->
                        programmes.stream().filter(one -> one.id().equals(wanted)).findFirst())
                .orElseThrow(NoSuchPage::new);
    }

    /// @return `null`: none is asked for
    /// @throws NoSuchPage if what is asked for is none of those offered
    static @Nullable String oneOf(List<String> offered, @Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return null;
        }
        if (!offered.contains(asked)) {
            throw new NoSuchPage();
        }
        return asked;
    }

    /// @throws NoSuchPage if there is no such session
    /// @throws NotForYou if the visitor does not organise its programme
    static LocatedSession session(String id, Visitor visitor, Schedule schedule) {
        var caller = caller(visitor);
        var at = id(id).flatMap(schedule::located).orElseThrow(NoSuchPage::new);
        if (!caller.mayOrganise(at.programme().id())) {
            throw new NotForYou();
        }
        return at;
    }

    /// What is no id is none.
    static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null || text.isBlank()
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
