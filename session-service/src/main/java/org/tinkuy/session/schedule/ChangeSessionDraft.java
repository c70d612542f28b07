package org.tinkuy.session.schedule;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.programme.Programmes;
import reactor.core.publisher.Mono;

/// Changes what a session is called and of which kind it is. Nobody is told before it is published.
@Component
public class ChangeSessionDraft {

    private final Programmes programmes;
    private final Sessions sessions;
    private final TransactionalOperator transaction;

    ChangeSessionDraft(
            Programmes programmes, Sessions sessions, TransactionalOperator transaction) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /// Under the rules that hold for the drafts of the programme. Fails with [UnknownSession],
    /// [DraftChanged] and [SchedulingRefused].
    ///
    /// @param version of the draft that the organiser saw
    public Mono<Session> change(
            SessionId id, long version, Session.Texts texts, Insistence insistence) {
        return sessions.find(id)
                .flatMap(session -> programmes.lock(session.programmeId()))
                .flatMap(programme ->
                        sessions.lock(id)
                                .zipWith(sessions.ofProgramme(programme.id()).collectList())
                                .map(found -> {
                                    if (found.getT1().version() != version) {
                                        throw new DraftChanged();
                                    }
                                    return found.getT1()
                                            .saying(texts, programme, found.getT2(), insistence)
                                            .session();
                                }))
                .switchIfEmpty(Mono.error(UnknownSession::new))
                .flatMap(changed -> sessions.save(changed).thenReturn(changed))
                .as(transaction::transactional);
    }
}
