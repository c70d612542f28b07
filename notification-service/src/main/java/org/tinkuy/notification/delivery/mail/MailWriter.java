package org.tinkuy.notification.delivery.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.delivery.Addressee;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Letter;
import org.tinkuy.notification.delivery.OneLine;
import org.tinkuy.notification.delivery.Place;
import org.tinkuy.notification.delivery.SessionDetails;
import org.tinkuy.notification.delivery.SignInCode;

/// Writes letters in the recipient's language: subject, text, HTML and calendar.
@Component
class MailWriter {

    private final NotificationSettings settings;
    private final CalendarFile.Sender sender;
    private final Clock clock;
    private final MessageSource messages = messages();
    private final SpringTemplateEngine html = engine(".html", TemplateMode.HTML);
    private final SpringTemplateEngine text = engine(".txt", TemplateMode.TEXT);

    MailWriter(NotificationSettings settings, MailFrom from, Clock clock) {
        this.settings = settings;
        this.sender = new CalendarFile.Sender(from.name(), from.address().getAddress());
        this.clock = clock;
    }

    MailContent write(Letter letter) {
        return switch (letter) {
            case Letter.Code code -> code(code);
            case Letter.Notice notice -> notice(notice);
        };
    }

    /// The code stands in the subject: it is read from the lock screen of the phone. That gives
    /// nothing away that helps, because it works only in the browser that asked for it.
    private MailContent code(Letter.Code letter) {
        var wording = new Wording(messages, letter.to().language());
        var digits = SignInCode.of(letter.challengeId(), settings.signInSecret()).digits();
        var zone = readersZone(letter);
        var minutes =
                Duration.between(letter.requestedAt(), letter.expiresAt())
                        .plusSeconds(Duration.ofMinutes(1).toSeconds() - 1)
                        .toMinutes();
        var model =
                Map.<String, Object>of(
                        "code",
                        digits,
                        "link",
                        page("/sign-in/" + letter.challengeId() + "?code=" + digits).toString(),
                        "purpose",
                        letter.purpose() == Letter.Purpose.REGISTRATION
                                ? "registration"
                                : "sign-in",
                        "minutes",
                        minutes,
                        "until",
                        wording.clock(letter.expiresAt(), zone),
                        "zone",
                        Wording.zone(letter.expiresAt().atZone(zone)),
                        "places",
                        letter.sessions().stream()
                                .map(session -> view(wording, session, letter.to().timeZone()))
                                .toList());
        return new MailContent(
                letter.to(),
                wording.say("sign-in-code.subject", digits),
                render(text, "sign-in-code", letter.to(), model),
                render(html, "sign-in-code", letter.to(), model),
                Optional.empty());
    }

    private static ZoneId readersZone(Letter.Code letter) {
        var own = letter.to().timeZone();
        return own != null
                ? own
                : letter.sessions().stream()
                        .findFirst()
                        .map(SessionDetails::timeZone)
                        .orElse(ZoneOffset.UTC);
    }

    private MailContent notice(Letter.Notice letter) {
        var wording = new Wording(messages, letter.to().language());
        var calendar = calendar(letter, wording);
        var model =
                Map.<String, Object>of(
                        "kind",
                        letter.kind().label(),
                        "calendar",
                        calendar.isPresent(),
                        "mine",
                        page("/registrations").toString(),
                        "places",
                        letter.places().stream()
                                .map(place -> view(wording, place, letter.to().timeZone()))
                                .toList());
        return new MailContent(
                letter.to(),
                wording.say(
                        letter.kind().label() + ".subject",
                        wording.programme(letter.places().getFirst().session())),
                render(text, "registration", letter.to(), model),
                render(html, "registration", letter.to(), model),
                calendar);
    }

    private Optional<CalendarFile> calendar(Letter.Notice letter, Wording wording) {
        var entries =
                letter.places().stream()
                        .filter(Place::inCalendar)
                        .map(Place::session)
                        .map(session ->
                                new CalendarFile.Entry(
                                        session, wording.title(session), page(session)))
                        .toList();
        return letter.kind() == DeliveryKind.REGISTRATION_CANCELLED
                ? CalendarFile.cancelling(entries, sender, clock.instant())
                : CalendarFile.publishing(entries, sender, clock.instant());
    }

    /// What the templates show of a session; an empty text is left out.
    record PlaceView(
            String title,
            String programme,
            String when,
            String yourTime,
            String place,
            String standing,
            String page) {}

    private PlaceView view(Wording wording, SessionDetails session, @Nullable ZoneId recipient) {
        return new PlaceView(
                wording.title(session),
                wording.programme(session),
                wording.when(session),
                wording.when(session, recipient)
                        .map(time -> wording.say("your-time", time))
                        .orElse(""),
                wording.place(session),
                "",
                page(session).toString());
    }

    private PlaceView view(Wording wording, Place place, @Nullable ZoneId recipient) {
        var view = view(wording, place.session(), recipient);
        return new PlaceView(
                view.title(),
                view.programme(),
                view.when(),
                view.yourTime(),
                view.place(),
                standing(wording, place),
                view.page());
    }

    private static String standing(Wording wording, Place place) {
        var position = place.position();
        return switch (place.status()) {
            case CONFIRMED -> "";
            case WAITLISTED ->
                    position == null
                            ? wording.say("waitlisted")
                            : wording.say("waitlisted-at", position);
            case CANCELLED ->
                    "session-withdrawn".equals(place.reason())
                            ? wording.say("session-withdrawn")
                            : "";
        };
    }

    private URI page(SessionDetails session) {
        return page(session.page());
    }

    private URI page(String path) {
        return URI.create(settings.publicUrl().toString().replaceAll("/+$", "") + path);
    }

    private static String render(
            SpringTemplateEngine engine, String template, Addressee to, Map<String, Object> model) {
        var context = new Context(to.language().locale(), model);
        var name = to.name();
        context.setVariable("name", name == null ? "" : OneLine.of(name));
        context.setVariable("draft", to.language().isDraft());
        context.setVariable("language", to.language().tag());
        return engine.process(template, context);
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
