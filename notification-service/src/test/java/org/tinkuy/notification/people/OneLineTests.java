package org.tinkuy.notification.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTests {

    @Test
    void takesLineBreaksOut() {
        assertThat(OneLine.of("Ana\r\nBcc: all@example.org")).isEqualTo("Ana Bcc: all@example.org");
        assertThat(OneLine.of("Ana\u2028Quispe\u0000")).isEqualTo("Ana Quispe");
    }

    @Test
    void takesOverridesOfTheWritingDirectionOut() {
        assertThat(OneLine.of("\u202Egro.elpmaxe")).isEqualTo("gro.elpmaxe");
    }

    @Test
    void keepsOtherScriptsAndJoinedEmoji() {
        assertThat(OneLine.of("محمد 👩‍🔬 Ñusta")).isEqualTo("محمد 👩‍🔬 Ñusta");
    }
}
