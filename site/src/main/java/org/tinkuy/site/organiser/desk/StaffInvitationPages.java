package org.tinkuy.site.organiser.desk;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.page.SignInFirst;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Cookies;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where the link of an invitation to the staff leads: whoever signed in with the address that it
/// was mailed to accepts it. Opening it changes nothing.
@Controller
class StaffInvitationPages {

    /// Where whoever signed in for an invitation goes on; which one stands in a cookie, because
    /// addresses are written down on the way.
    private static final String AGAIN = "/staff/invitation";

    private static final String PATH = AGAIN + "/{token}";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Set<String> OVER = Set.of("invitation-over", "already-staff");

    private final Staff staff;
    private final StaffedProgrammes programmes;
    private final Cookies cookies;

    StaffInvitationPages(Staff staff, StaffedProgrammes programmes, Cookies cookies) {
        this.staff = staff;
        this.programmes = programmes;
        this.cookies = cookies;
    }

    @GetMapping(PATH)
    Mono<Rendering> show(@PathVariable String token, Visitor visitor) {
        return page(token, null, HttpStatus.OK, visitor);
    }

    @GetMapping(AGAIN)
    Rendering again(ServerWebExchange exchange) {
        return Desk.seeOther(
                cookies.invitation(exchange.getRequest())
                        .filter(token -> TOKEN.matcher(token).matches())
                        .map(token -> AGAIN + "/" + token)
                        .orElse("/sign-in/done"));
    }

    @PostMapping(PATH + "/sign-in")
    Rendering signIn(@PathVariable String token, ServerWebExchange exchange) {
        cookies.keepInvitation(exchange.getResponse(), checked(token));
        return Desk.seeOther("/sign-in?next=" + AGAIN);
    }

    @PostMapping(PATH)
    Mono<Rendering> accept(
            @PathVariable String token, Visitor visitor, ServerWebExchange exchange) {
        if (!visitor.isSignedIn()) {
            throw new SignInFirst();
        }
        return staff.accept(new Staff.Link(checked(token)), visitor)
                .map(accepted -> {
                    cookies.forgetInvitation(exchange.getResponse());
                    return Desk.seeOther(
                            "/staff/accepted/" + accepted.programmeId() + "/" + accepted.role());
                })
                .onErrorResume(ServiceProblem.class, refused -> refused(token, refused, visitor))
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ ->
                                page(
                                        token,
                                        "fault.unavailable",
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        visitor));
    }

    private Mono<Rendering> refused(String token, ServiceProblem refused, Visitor visitor) {
        if (refused.is("sent-to-another-address")) {
            return page(token, "staff.invitation.other-address", HttpStatus.FORBIDDEN, visitor);
        }
        return OVER.contains(refused.problem().name())
                ? Mono.just(over(visitor))
                : Mono.error(refused);
    }

    /// The new role stands in the visitor's next token, a moment later.
    @GetMapping("/staff/accepted/{id}/{part}")
    Rendering accepted(@PathVariable String id, @PathVariable String part, Visitor visitor) {
        if (!visitor.isSignedIn()) {
            throw new SignInFirst();
        }
        var programme = Desk.id(id);
        var role = StaffPages.role(part);
        return Desk.page("staff-invitation-accepted", visitor)
                .modelAttribute("called", programmes.published(programme, visitor))
                .modelAttribute("role", role)
                .modelAttribute(
                        "goOn",
                        StaffPages.isForTheDesk(role)
                                ? Desk.path(programme)
                                : "/organiser/campaigns?programme=" + programme)
                .build();
    }

    private Mono<Rendering> page(
            String token, @Nullable String fault, HttpStatus status, Visitor visitor) {
        return staff.look(new Staff.Link(checked(token)))
                .map(invited -> {
                    Rendering.Builder<?> page =
                            Desk.page("staff-invitation", visitor)
                                    .status(status)
                                    .modelAttribute("action", AGAIN + "/" + token)
                                    .modelAttribute("invited", invited)
                                    .modelAttribute("signedIn", visitor.isSignedIn())
                                    .modelAttribute(
                                            "called",
                                            programmes.published(invited.programmeId(), visitor))
                                    .modelAttribute("zone", programmes.zone(invited.programmeId()));
                    return fault == null
                            ? page.build()
                            : page.modelAttribute("fault", fault).build();
                })
                .onErrorResume(
                        failure ->
                                failure instanceof ServiceProblem refused
                                        && refused.is("invitation-over"),
                        _ -> Mono.just(over(visitor)));
    }

    private static String checked(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new NoSuchPage();
        }
        return token;
    }

    private static Rendering over(Visitor visitor) {
        return Desk.page("staff-invitation-over", visitor).status(HttpStatus.GONE).build();
    }
}
