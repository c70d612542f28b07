package org.tinkuy.notification.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinkuy.languages.Language;

class VariableTests {

    @ParameterizedTest
    @CsvSource({
        "name, NAME",
        "nombre, NAME",
        "' suti ', NAME",
        "dirección, ADDRESS",
        "direccion, ADDRESS",
        "lettre, NEWSLETTER",
        "programa, PROGRAMME",
        "désinscription, UNSUBSCRIBE"
    })
    void isCalledByTheWordOfAnyLanguage(String word, Variable meant) {
        assertThat(Variable.labelled(word)).contains(meant);
        assertThat(Variable.marked("{{" + word + "}}")).isEqualTo(meant.mark());
    }

    @Test
    void isNotGuessed() {
        assertThat(Variable.labelled("apellido")).isEmpty();
        assertThat(Variable.labelled("Name")).isEmpty();
    }

    /// What the page for writing offers in its language is understood here.
    @ParameterizedTest
    @EnumSource
    void isWhatThePageSaysItIs(Language language) throws IOException {
        var words = new Properties();
        try (var file =
                Files.newBufferedReader(
                        Path.of(
                                "../site/src/main/resources/messages_"
                                        + language.tag()
                                        + ".properties"))) {
            words.load(file);
        }
        for (var variable : Variable.values()) {
            var word = words.getProperty("campaign.variable." + variable.label() + ".word");
            assertThat(Variable.labelled(String.valueOf(word))).as(word).contains(variable);
        }
    }
}
