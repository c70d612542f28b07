package org.tinkuy.notification.reminder;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Turns what is due into one message per person, page by page.
///
/// A page and the mark how far it went are saved together, so whoever goes on after a crash, be it
/// another instance, neither leaves anybody out nor tells anybody twice.
@Component
public class FanOut {

    /// A page takes about a tenth of a second, for so long a registration may have to wait.
    static final int PEOPLE_PER_PAGE = 2000;

    private final ReminderCopies reminders;
    private final RescheduleCopies notices;
    private final ReinstatementCopies reinstatements;
    private final TransactionalOperator transaction;

    FanOut(
            ReminderCopies reminders,
            RescheduleCopies notices,
            ReinstatementCopies reinstatements,
            TransactionalOperator transaction) {
        this.reminders = reminders;
        this.notices = notices;
        this.reinstatements = reinstatements;
        this.transaction = transaction;
    }

    /// Empty when there is nothing to do by now.
    public Mono<FanOutPage> nextPage(Instant now) {
        return nextPage(now, PEOPLE_PER_PAGE);
    }

    Mono<FanOutPage> nextPage(Instant now, int people) {
        return reminders
                .fanOut(now, people)
                .switchIfEmpty(Mono.defer(() -> notices.fanOut(now, people)))
                .switchIfEmpty(Mono.defer(() -> reinstatements.fanOut(now, people)))
                .as(transaction::transactional);
    }
}
