package org.tinkuy.site.programme.web;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import org.tinkuy.site.visitor.Pending;

/// What the visitor typed, kept while they mend it.
///
/// @param another whoever is signed in registers somebody else who has the same address
/// @param instead the challenge that was sent to an address which is to be another; empty: none was
public record RegisterForm(
        String name,
        String address,
        String timeZone,
        Set<UUID> sessions,
        boolean another,
        String instead) {

    public RegisterForm {
        sessions = Set.copyOf(sessions);
    }

    /// @param ticked a single open session is ticked beforehand
    static RegisterForm fresh(Set<UUID> ticked) {
        return new RegisterForm("", "", "", ticked, false, "");
    }

    static RegisterForm ofAnother(Set<UUID> ticked) {
        return new RegisterForm("", "", "", ticked, true, "");
    }

    /// @param offered what the page offers; other sessions are ignored
    static RegisterForm of(MultiValueMap<String, String> form, Collection<UUID> offered) {
        var wanted = form.getOrDefault("session", List.of());
        return new RegisterForm(
                first(form, "name"),
                first(form, "address"),
                first(form, "timeZone"),
                Set.copyOf(offered.stream().filter(id -> wanted.contains(id.toString())).toList()),
                !first(form, "another").isEmpty(),
                first(form, "instead"));
    }

    /// As it was sent, for the page that it stands on.
    static Optional<RegisterForm> of(Pending pending, String instead, Place place) {
        return Optional.ofNullable(pending.form())
                .filter(form -> form.path().equals(place.path()))
                .map(form ->
                        new RegisterForm(
                                form.name(),
                                pending.address(),
                                "",
                                pending.seats().keySet(),
                                false,
                                instead));
    }

    private static String first(MultiValueMap<String, String> form, String field) {
        var value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }
}
