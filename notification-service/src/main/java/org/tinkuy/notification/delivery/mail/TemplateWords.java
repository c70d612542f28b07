package org.tinkuy.notification.delivery.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.tinkuy.calendar.CalendarText;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.CalendarFile;
import org.tinkuy.notification.delivery.MailWords;
import org.tinkuy.notification.people.OneLine;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionDetails;

/// Thymeleaf's templates, and messages by language.
@Component
class TemplateWords implements MailWords {

    private final NotificationSettings settings;
    private final CalendarText.Sender sender;
    private final Clock clock;
    private final MessageSource messages = messages();
    private final SpringTemplateEngine html = engine(".html", TemplateMode.HTML);
    private final SpringTemplateEngine plain = engine(".txt", TemplateMode.TEXT);

    TemplateWords(NotificationSettings settings, MailFrom from, Clock clock) {
        this.settings = settings;
        this.sender =
                new CalendarText.Sender(
                        from.transactional().name(), from.transactional().mailbox().toString());
        this.clock = clock;
    }

    private Wording in(Language language) {
        return new Wording(messages, language);
    }

    @Override
    public String say(Language language, String key, Object... arguments) {
        return in(language).say(key, arguments);
    }

    @Override
    public String clock(Instant time, ZoneId zone) {
        return Wording.clock(time, zone);
    }

    @Override
    public String moment(Language language, Instant time, ZoneId zone) {
        return in(language).moment(time, zone);
    }

    @Override
    public String zone(Language language, ZoneId zone) {
        return in(language).zone(zone);
    }

    @Override
    public SessionWords session(
            Language language, SessionDetails session, @Nullable ZoneId recipient) {
        var wording = in(language);
        return new SessionWords(
                wording.title(session),
                wording.programme(session),
                wording.when(session),
                wording.shortly(session, recipient),
                wording.when(session, recipient)
                        .map(time -> wording.say("your-time", time))
                        .orElse(""),
                wording.place(session),
                page(session.page()).toString());
    }

    @Override
    public Body write(String template, Language language, String name, Map<String, ?> model) {
        var context = new Context(language.locale(), Map.copyOf(model));
        context.setVariable("name", OneLine.of(name));
        context.setVariable("draft", language.isDraft());
        context.setVariable("language", language.tag());
        return new Body(plain.process(template, context), html.process(template, context));
    }

    @Override
    public String sender(Language language, List<SessionDetails> sessions) {
        var programmes =
                sessions.stream()
                        .map(session -> session.programmeTitle().in(language))
                        .distinct()
                        .toList();
        return programmes.size() == 1 ? programmes.getFirst() : "";
    }

    @Override
    public Optional<String> contact(List<SessionDetails> sessions) {
        var contacts = sessions.stream().map(SessionDetails::contact).distinct().toList();
        return contacts.size() == 1
                ? Optional.ofNullable(contacts.getFirst()).map(EmailAddress::value)
                : Optional.empty();
    }

    @Override
    public URI page(String path) {
        return URI.create(settings.publicUrl().toString().replaceAll("/+$", "") + path);
    }

    @Override
    public URI cancellation(RegistrationId registration) {
        return page("/registrations/" + registration.value() + "/cancellation");
    }

    @Override
    public Optional<CalendarFile> publishing(Language language, List<Attended> sessions) {
        return CalendarWriter.publishing(entries(language, "", sessions), sender, clock.instant());
    }

    @Override
    public Optional<CalendarFile> cancelling(Language language, List<Attended> sessions) {
        var prefix = say(language, "label", say(language, "cancelled")) + " ";
        return CalendarWriter.cancelling(
                entries(language, prefix, sessions), sender, clock.instant());
    }

    private List<CalendarWriter.Entry> entries(
            Language language, String prefix, List<Attended> sessions) {
        var wording = in(language);
        return sessions.stream()
                .map(attended ->
                        new CalendarWriter.Entry(
                                attended,
                                prefix + wording.title(attended.session()),
                                wording.endUnknown(attended.session()).orElse(null),
                                page(attended.session().page())))
                .toList();
    }

    private static MessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/mail");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    private SpringTemplateEngine engine(String suffix, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.setSuffix(suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages);
        return engine;
    }
}
