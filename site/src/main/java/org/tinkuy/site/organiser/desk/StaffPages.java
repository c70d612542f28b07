package org.tinkuy.site.organiser.desk;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.languages.Language;
import org.tinkuy.site.organiser.desk.StaffFaults.Fault;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.page.NotForYou;
import org.tinkuy.site.page.SignInFirst;
import org.tinkuy.site.visitor.Visitor;
import org.tinkuy.token.Caller;
import org.tinkuy.token.Power;
import org.tinkuy.token.Role;
import reactor.core.publisher.Mono;

/// Who may do what in a programme: everybody with a role there sees it, owners change it, and each
/// may leave.
@Controller
class StaffPages {

    private static final String PATH = Desk.PATH + "/{programme}/staff";
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::claim).toList();
    private static final Set<String> DONE = Set.of("invited", "withdrawn", "changed", "taken-away");

    /// What was typed into the invitation.
    private record Typed(String address, String role, String language) {

        static Typed nothing(Visitor visitor) {
            return new Typed("", ROLES.getLast(), visitor.language().tag());
        }
    }

    private final Staff staff;
    private final StaffedProgrammes programmes;
    private final Clock clock;

    StaffPages(Staff staff, StaffedProgrammes programmes, Clock clock) {
        this.staff = staff;
        this.programmes = programmes;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Rendering> show(
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String done,
            Visitor visitor) {
        return page(
                programme(programme, visitor),
                Typed.nothing(visitor),
                visitor,
                page ->
                        done != null && DONE.contains(done)
                                ? page.modelAttribute("done", done)
                                : page);
    }

    @PostMapping(PATH + "/invitations")
    Mono<Rendering> invite(
            @PathVariable String programme, Visitor visitor, ServerWebExchange exchange) {
        var id = programme(programme, visitor);
        return exchange.getFormData()
                .flatMap(form -> {
                    var typed =
                            new Typed(
                                    text(form.getFirst("address")),
                                    text(form.getFirst("role")),
                                    text(form.getFirst("language")));
                    return staff.invite(
                                    id,
                                    new Staff.NewInvitation(
                                            typed.address(), typed.role(), typed.language()),
                                    visitor)
                            .thenReturn(done(id, "invited"))
                            .onErrorResume(
                                    StaffFaults::isOne,
                                    failure ->
                                            refused(
                                                    id,
                                                    StaffFaults.ofInvitation(
                                                            failure, typed.address()),
                                                    typed,
                                                    visitor));
                });
    }

    @PostMapping(PATH + "/invitations/{id}/removal")
    Mono<Rendering> withdraw(
            @PathVariable String programme, @PathVariable String id, Visitor visitor) {
        var where = programme(programme, visitor);
        return answer(
                where,
                staff.withdraw(where, Desk.id(id), visitor),
                done(where, "withdrawn"),
                visitor);
    }

    @PostMapping(PATH + "/members/{id}/role")
    Mono<Rendering> change(
            @PathVariable String programme,
            @PathVariable String id,
            Visitor visitor,
            ServerWebExchange exchange) {
        var where = programme(programme, visitor);
        return exchange.getFormData()
                .flatMap(form ->
                        answer(
                                where,
                                staff.change(
                                        where,
                                        Desk.id(id),
                                        new Staff.NewRole(role(form.getFirst("role"))),
                                        visitor),
                                done(where, "changed"),
                                visitor));
    }

    @GetMapping(PATH + "/members/{id}/removal")
    Mono<Rendering> ask(@PathVariable String programme, @PathVariable String id, Visitor visitor) {
        var where = programme(programme, visitor);
        var whose = Desk.id(id);
        return staff.of(where, visitor)
                .map(team ->
                        team.members().stream()
                                .filter(member -> member.id().equals(whose))
                                .filter(member -> !member.ofOrganisation())
                                .findFirst()
                                .orElseThrow(NoSuchPage::new))
                .zipWith(programmes.title(where, visitor))
                .map(found ->
                        Desk.page("organiser-desk-staff-removal", visitor)
                                .modelAttribute("member", found.getT1())
                                .modelAttribute("called", found.getT2())
                                .modelAttribute("own", isOwn(whose, visitor))
                                .modelAttribute("back", path(where))
                                .build());
    }

    /// Whoever left has nothing to see here any more.
    @PostMapping(PATH + "/members/{id}/removal")
    Mono<Rendering> remove(
            @PathVariable String programme, @PathVariable String id, Visitor visitor) {
        var where = programme(programme, visitor);
        var whose = Desk.id(id);
        return answer(
                where,
                staff.remove(where, whose, visitor),
                isOwn(whose, visitor) ? Desk.seeOther("/registrations") : done(where, "taken-away"),
                visitor);
    }

    private Mono<Rendering> answer(UUID id, Mono<Void> act, Rendering done, Visitor visitor) {
        return act.thenReturn(done)
                .onErrorResume(
                        StaffFaults::isOne,
                        failure ->
                                refused(
                                        id,
                                        StaffFaults.of(failure),
                                        Typed.nothing(visitor),
                                        visitor));
    }

    private Mono<Rendering> refused(UUID id, Fault fault, Typed typed, Visitor visitor) {
        return page(
                id,
                typed,
                visitor,
                page -> page.status(fault.status()).modelAttribute("fault", fault));
    }

    private Mono<Rendering> page(
            UUID id, Typed typed, Visitor visitor, UnaryOperator<Rendering.Builder<?>> more) {
        return staff.of(id, visitor)
                .zipWith(programmes.title(id, visitor))
                .map(found ->
                        more.apply(
                                        Desk.page("organiser-desk-staff", visitor)
                                                .modelAttribute(
                                                        "desk", programmes.back(id, visitor))
                                                .modelAttribute("staff", path(id))
                                                .modelAttribute("called", found.getT2())
                                                .modelAttribute("members", found.getT1().members())
                                                .modelAttribute("invited", found.getT1().invited())
                                                .modelAttribute(
                                                        "self", caller(visitor).attendeeId())
                                                .modelAttribute(
                                                        "changes",
                                                        caller(visitor).may(Power.STAFF, id))
                                                .modelAttribute("roles", ROLES)
                                                .modelAttribute("languages", Language.values())
                                                .modelAttribute("typed", typed)
                                                .modelAttribute("now", clock.instant())
                                                .modelAttribute("zone", programmes.zone(id)))
                                .build());
    }

    /// Whether the role has more to do than newsletters.
    static boolean isForTheDesk(String role) {
        return Arrays.stream(Role.values())
                .anyMatch(one -> one.claim().equals(role) && one.may(Power.ORGANISE));
    }

    /// @throws NoSuchPage if it is none
    static String role(@Nullable String typed) {
        return Optional.ofNullable(typed).filter(ROLES::contains).orElseThrow(NoSuchPage::new);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static boolean isOwn(UUID member, Visitor visitor) {
        return caller(visitor).attendeeId().equals(member);
    }

    private static String path(UUID programme) {
        return Desk.path(programme) + "/staff";
    }

    private static Rendering done(UUID programme, String what) {
        return Desk.seeOther(path(programme) + "?done=" + what);
    }

    private static UUID programme(String id, Visitor visitor) {
        var programme = Desk.id(id);
        if (!caller(visitor).isStaffOf(programme)) {
            throw new NotForYou();
        }
        return programme;
    }

    private static Caller caller(Visitor visitor) {
        var caller = visitor.caller();
        if (caller == null) {
            throw new SignInFirst();
        }
        return caller;
    }
}
