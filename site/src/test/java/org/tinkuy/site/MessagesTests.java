package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.languages.Language;
import org.tinkuy.testing.WordsRules;

class MessagesTests extends WordsRules {

    private static final Pattern USED = Pattern.compile("#\\{([a-z][a-z0-9.-]+[a-z0-9])[(}]");

    MessagesTests() {
        super(Path.of("src/main/resources"), "messages_");
    }

    @Test
    void everyWordThatAPageUsesExists() throws IOException {
        var used = new HashSet<String>();
        try (var templates = Files.list(Path.of("src/main/resources/templates"))) {
            for (var template : templates.toList()) {
                var found = USED.matcher(Files.readString(template));
                while (found.find()) {
                    used.add(found.group(1));
                }
            }
        }

        assertThat(used).hasSizeGreaterThan(80);
        assertThat(words(Language.EN).stringPropertyNames()).containsAll(used);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EN | register.address-hint | 6 | We send you a six-digit code to confirm it. No password.
                    ES | register.address-hint | 6 | Te enviamos un código de seis dígitos para confirmarlo. Sin contraseña.
                    QU | register.address-hint | 6 | Suqta yupayniyuq códigota apachisqayki. Mana contraseñawan.
                    EN | fault.code.required | 6 | Enter the six digits from the e-mail.
                    ES | fault.code.required | 6 | Escribe los seis dígitos del correo.
                    QU | fault.code.required | 6 | Correopi suqta yupayta qillqay.
                    EN | code.sent-to | 6 | We sent six digits to
                    ES | code.sent-to | 6 | Enviamos seis dígitos a
                    QU | code.sent-to | 6 | Suqta yupayta apachiyku kayman:
                    EN | code.label | 6 | Six-digit code
                    ES | code.label | 6 | Código de seis dígitos
                    QU | code.label | 6 | Suqta yupayniyuq código
                    EN | code.label | 8 | 8-digit code
                    EN | code.valid-for | 10 | It is valid for ten minutes.
                    ES | code.valid-for | 10 | Es válido por diez minutos.
                    QU | code.valid-for | 10 | Chunka minutollapaq valin.
                    EN | code.valid-for | 15 | It is valid for 15 minutes.
                    EN | newsletter.mailed-hint | 7 | It can take a minute. Please also check your spam folder. The link is valid for seven days.
                    ES | newsletter.mailed-hint | 7 | Puede tardar un minuto. Revisa también la carpeta de correo no deseado (spam). El enlace vale siete días.
                    QU | newsletter.mailed-hint | 7 | Huk minuto suyay. Mana munasqa correokunapipas (spam) maskay. Tinkiqa qanchis punchawkama allin.
                    EN | newsletter.confirm.over-lead | 7 | It is valid for seven days. Subscribe again and we will send you another.
                    ES | newsletter.confirm.over-lead | 7 | Vale siete días. Suscríbete otra vez y te enviamos uno nuevo.
                    QU | newsletter.confirm.over-lead | 7 | Qanchis punchawkamallam allin. Watiqmanta mañakuy, hinaspa musuqta apachimusqayki.
                    EN | notice.unavailable.words | 10 | A part of Tinkuy cannot be reached right now. This page tries again by itself every ten seconds.
                    ES | notice.unavailable.words | 10 | Una parte de Tinkuy no responde ahora. Esta página lo intenta sola cada diez segundos.
                    QU | notice.unavailable.words | 10 | Tinkuyta huk rakinqa manam kunan kutichinchu. Kay panqaqa chunka segundopi kikillanmanta kutin.
                    FR | register.address-hint | 6 | Nous vous envoyons un code à six chiffres pour la confirmer. Sans mot de passe.
                    FR | code.valid-for | 10 | Il est valable dix minutes.
                    FR | code.valid-for | 15 | Il est valable 15 minutes.
                    """)
    void tellsTheNumberOfARule(Language language, String key, int number, String told)
            throws IOException {
        var words = words(language).getProperty(key);

        assertThat(new MessageFormat(words, language.locale()).format(new Object[] {number}))
                .isEqualTo(told);
    }
}
