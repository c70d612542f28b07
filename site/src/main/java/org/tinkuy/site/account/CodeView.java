package org.tinkuy.site.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.page.LocalPath;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.programme.web.PageSchedule;
import org.tinkuy.site.visitor.Cookies;
import org.tinkuy.site.visitor.Pending;
import org.tinkuy.site.visitor.Visitor;

/// The page on which the code is typed, with what waits for it.
@Component
class CodeView {

    /// What is typed there.
    ///
    /// @param next where whoever only signs in goes on
    record Answer(String code, String next) {}

    /// What the visitor registered for.
    ///
    /// @param minutes for which a seat is still held; 0: none is
    public record PendingSession(LocatedSession at, Pending.Seat seat, long minutes) {

        static PendingSession of(LocatedSession at, Pending.Seat seat, Instant now) {
            var until = seat.heldUntil();
            return new PendingSession(
                    at,
                    seat,
                    until == null || !seat.isHeld(now)
                            ? 0
                            : Math.max(1, Duration.between(now, until).toMinutes()));
        }

        /// A message key. Where seats are not limited none is held, and none is missing.
        ///
        /// @param linked no code is typed: a link brought it
        public String words(boolean linked) {
            if (seat.isFull()) {
                return "code.waiting-list";
            }
            if (minutes > 0 && at.session().capacity() != null) {
                return "code.held";
            }
            return afterTheCode() + (linked ? ".by-link" : "");
        }

        private String afterTheCode() {
            if (at.session().capacity() == null) {
                return "code.unlimited";
            }
            return seat.state().equals("held") ? "code.hold-over" : "code.not-held";
        }
    }

    private final PageSchedule schedule;
    private final Cookies cookies;
    private final Clock clock;

    CodeView(PageSchedule schedule, Cookies cookies, Clock clock) {
        this.schedule = schedule;
        this.cookies = cookies;
        this.clock = clock;
    }

    Rendering failed(Answer answer, CodeFault fault, Visitor visitor, ServerWebExchange exchange) {
        return page(answer, fault, fault.status(), visitor, exchange).build();
    }

    Rendering.Builder<?> page(
            Answer answer,
            @Nullable CodeFault fault,
            HttpStatus status,
            Visitor visitor,
            ServerWebExchange exchange) {
        var page =
                Rendering.view("code")
                        .status(status)
                        .header("Cache-Control", "no-store")
                        .modelAttribute("in", InWords.of(visitor))
                        .modelAttribute("code", fault != null && fault.wrong() ? "" : answer.code())
                        .modelAttribute("next", answer.next())
                        .modelAttribute("otherAddress", "/sign-in");
        if (fault != null) {
            page.modelAttribute("fault", fault);
        }
        cookies.pending(exchange.getRequest())
                .ifPresent(pending -> {
                    tell(page, pending, exchange);
                    tellUntilWhen(page, pending, visitor);
                    page.modelAttribute("noMail", pending.minutesWithoutMail(clock.instant()));
                    var form = pending.form();
                    if (form != null) {
                        page.modelAttribute(
                                "otherAddress",
                                LocalPath.of(form.path(), "/") + "?filled=true#address");
                    }
                });
        return page;
    }

    /// By the visitor's clock, as the mail does; how long from now where that clock is not known.
    private void tellUntilWhen(Rendering.Builder<?> page, Pending pending, Visitor visitor) {
        page.modelAttribute("minutes", pending.minutesLeft(clock.instant()));
        var zone = visitor.timeZone();
        if (zone != null) {
            var until = pending.expiresAt().atZone(zone);
            page.modelAttribute(
                    "until",
                    InWords.of(visitor).clock(pending.expiresAt(), zone, until.toLocalDate()));
        }
    }

    /// The page of the mailed link, where this browser knows what waits for it.
    Rendering link(
            String view,
            String digits,
            String challengeId,
            Visitor visitor,
            ServerWebExchange exchange) {
        var page =
                Rendering.view(view)
                        .header("Cache-Control", "no-store")
                        .modelAttribute("in", InWords.of(visitor))
                        .modelAttribute("code", digits)
                        .modelAttribute("challengeId", challengeId);
        cookies.pending(exchange.getRequest()).ifPresent(pending -> tell(page, pending, exchange));
        return page.build();
    }

    private void tell(Rendering.Builder<?> page, Pending pending, ServerWebExchange exchange) {
        page.modelAttribute("pending", pending)
                .modelAttribute("sessions", sessions(pending, schedule.of(exchange)));
    }

    private List<PendingSession> sessions(Pending pending, Schedule schedule) {
        var now = clock.instant();
        return pending.seats().entrySet().stream()
                .flatMap(seat ->
                        schedule.located(seat.getKey()).stream()
                                .map(at -> PendingSession.of(at, seat.getValue(), now)))
                .sorted(Comparator.comparing(PendingSession::at, LocatedSession.BY_BEGINNING))
                .toList();
    }
}
