package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.notification.people.SampleSessions.aKindOfSession;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.tinkuy.notification.people.Language;

class WordingTests {

    @Test
    void namesAKindThatItDoesNotKnowAsItIsCalled() {
        assertThat(
                        new Wording(new StaticMessageSource(), Language.EN)
                                .title(aKindOfSession("rite")))
                .isEqualTo("rite · Mining and Development in Apurímac");
    }
}
