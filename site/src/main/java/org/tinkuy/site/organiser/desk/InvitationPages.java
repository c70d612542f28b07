package org.tinkuy.site.organiser.desk;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriUtils;
import org.tinkuy.site.SiteProperties;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where an organiser makes the link by which a speaker confirms and mends their own entry, and
/// takes it with a mail that is written already. The link is shown once.
@Controller
class InvitationPages {

    private static final String PATH = Desk.PATH + "/{programme}/speakers/{speaker}/invitation";

    private final Drafts drafts;
    private final MessageSource messages;
    private final URI publicUrl;

    InvitationPages(Drafts drafts, MessageSource messages, SiteProperties properties) {
        this.drafts = drafts;
        this.messages = messages;
        this.publicUrl = properties.publicUrl();
    }

    @GetMapping(PATH)
    Mono<Rendering> ask(
            @PathVariable String programme, @PathVariable String speaker, Visitor visitor) {
        var its = Desk.programme(programme, visitor);
        return Part.SPEAKER
                .read(drafts, its, Desk.id(speaker), visitor)
                .map(draft -> page(its, draft, visitor).build());
    }

    @PostMapping(PATH)
    Mono<Rendering> invite(
            @PathVariable String programme, @PathVariable String speaker, Visitor visitor) {
        var its = Desk.programme(programme, visitor);
        return Mono.zip(
                        Part.SPEAKER.read(drafts, its, Desk.id(speaker), visitor),
                        drafts.programme(its, visitor))
                .flatMap(both ->
                        drafts.inviteSpeaker(its, both.getT1().id(), visitor)
                                .map(invitation ->
                                        made(
                                                its,
                                                both.getT1(),
                                                both.getT2(),
                                                invitation.token(),
                                                visitor)));
    }

    private Rendering made(
            UUID its, Draft speaker, Draft programme, String token, Visitor visitor) {
        var link = publicUrl.resolve("/speakers/invitation/" + token).toString();
        return page(its, speaker, visitor)
                .modelAttribute("link", link)
                .modelAttribute("mail", mail(speaker, programme, link, visitor))
                .build();
    }

    /// RFC 6068; in the language of the page.
    private String mail(Draft speaker, Draft programme, String link, Visitor visitor) {
        var title = Plan.title(programme, InWords.of(visitor));
        var language = visitor.language().locale();
        var subject =
                messages.getMessage("invitation.mail.subject", new Object[] {title}, language);
        var body =
                messages.getMessage(
                        "invitation.mail.body",
                        new Object[] {speaker.text("name"), title, link},
                        language);
        return "mailto:%s?subject=%s&body=%s"
                .formatted(encoded(speaker.text("address")), encoded(subject), encoded(body));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text.replace("\n", "\r\n"), StandardCharsets.UTF_8);
    }

    private static Rendering.Builder<?> page(UUID its, Draft speaker, Visitor visitor) {
        return Desk.page("organiser-desk-invitation", visitor)
                .modelAttribute("back", Desk.path(its) + "/speakers/" + speaker.id())
                .modelAttribute("speaker", speaker);
    }
}
