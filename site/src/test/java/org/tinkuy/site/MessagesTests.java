package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.languages.Language;
import org.tinkuy.testing.WordsRules;

class MessagesTests extends WordsRules {

    private static final Pattern USED = Pattern.compile("#\\{([a-z][a-z0-9.-]+[a-z0-9])[(}]");

    private static final Pattern COUNT =
            Pattern.compile("<b th:text=\"\\$\\{(?!#)[^\"]*\"></b> <span th:text=\"#\\{([^\"]*)\"");

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
        assertThat(told(language, key, number)).isEqualTo(told);
    }

    /// French counts none as one.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EN | campaign.progress.recipients  | people | person | people
                    EN | campaign.progress.unknown     | not known whether they arrived | not known whether it arrived | not known whether they arrived
                    EN | campaigns.readers.active      | get the newsletter | gets the newsletter | get the newsletter
                    EN | campaigns.readers.pending     | have not confirmed yet | has not confirmed yet | have not confirmed yet
                    EN | code.mailed-again-hours       | | You can ask for another in one hour. | You can ask for another in 2 hours.
                    ES | campaign.progress.recipients  | personas | persona | personas
                    ES | campaign.progress.sent        | enviados | enviado | enviados
                    ES | campaign.progress.failed      | fallidos | fallido | fallidos
                    ES | campaign.progress.expired     | ya no necesarios | ya no necesario | ya no necesarios
                    ES | campaign.progress.unknown     | no se sabe si llegaron | no se sabe si llegó | no se sabe si llegaron
                    ES | campaigns.readers.active      | reciben el boletín | recibe el boletín | reciben el boletín
                    ES | campaigns.readers.pending     | todavía no han confirmado | todavía no ha confirmado | todavía no han confirmado
                    ES | delivery.sent                 | Enviados | Enviado | Enviados
                    ES | delivery.failed               | Fallaron | Falló | Fallaron
                    ES | deliveries.skipped.notKnown   | | 1: la persona fue borrada, o ya no está en la lista. | 2: las personas fueron borradas, o ya no están en la lista.
                    FR | campaign.progress.recipients  | personne | personne | personnes
                    FR | campaign.progress.sent        | envoyé | envoyé | envoyés
                    FR | campaigns.readers.active      | reçoit la lettre d’information | reçoit la lettre d’information | reçoivent la lettre d’information
                    FR | delivery.sent                 | Envoyé | Envoyé | Envoyés
                    QU | campaign.progress.recipients  | runakuna | runa | runakuna
                    QU | campaigns.readers.pending     | manaraqmi takyachirqankuchu | manaraqmi takyachirqanchu | manaraqmi takyachirqankuchu
                    """)
    void countsInTheWordsForNoneForOneAndForMany(
            Language language, String key, @Nullable String none, String one, String two)
            throws IOException {
        if (none != null) {
            assertThat(told(language, key, 0)).isEqualTo(none);
        }
        assertThat(told(language, key, 1)).isEqualTo(one);
        assertThat(told(language, key, 2)).isEqualTo(two);
    }

    private String told(Language language, String key, int number) throws IOException {
        return new MessageFormat(words(language).getProperty(key), language.locale())
                .format(new Object[] {number});
    }

    /// Words that stand beside a number are chosen by it.
    @Test
    void everyCountOfAPageHasItsWordsFromANumber() throws IOException {
        var counts = new ArrayList<String>();
        try (var templates = Files.list(Path.of("src/main/resources/templates"))) {
            for (var template : templates.toList()) {
                COUNT.matcher(Files.readString(template))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(counts::add);
            }
        }
        assertThat(counts).hasSizeGreaterThan(8).allMatch(words -> words.contains("("));
    }
}
