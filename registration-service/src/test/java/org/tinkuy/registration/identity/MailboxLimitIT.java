package org.tinkuy.registration.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.RunningService;

@RunningService
class MailboxLimitIT {

    @Autowired SignIns signIns;
    @Autowired Challenges challenges;

    @Test
    void aMailboxIsMailedSoManyCodesWhateverTheTags() {
        var mailbox = People.strangersAddress();
        var mailed =
                IntStream.range(0, MailAllowance.MAILS + 5)
                        .filter(number -> isMailed(mailbox.replace("@", "+" + number + "@")))
                        .count();

        assertThat(mailed).isEqualTo(MailAllowance.MAILS);
        assertThat(isMailed(mailbox)).isFalse();
        assertThat(isMailed(People.strangersAddress())).isTrue();
    }

    private boolean isMailed(String address) {
        var request = new SignIns.Request(new EmailAddress(address), "es", null, null, null, null);
        var opened = requireNonNull(signIns.open(List.of(request), Instant.now()).block());
        return requireNonNull(challenges.find(opened.getFirst().id()).block()).mailed();
    }
}
