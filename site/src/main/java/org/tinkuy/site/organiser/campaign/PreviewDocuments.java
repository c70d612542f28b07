package org.tinkuy.site.organiser.campaign;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// A mail as its readers will see it: a document that runs nothing, sends nothing, and is nobody's
/// page but its own.
@Controller
class PreviewDocuments {

    /// Pictures come from wherever the author took them; the mail's own style is inside it. No
    /// source is allowed for scripts: that the sandbox would let them run only keeps the document
    /// open to accessibility checkers, which come from outside.
    private static final String POLICY =
            "default-src 'none'; img-src https: http:; style-src 'unsafe-inline';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'self';"
                    + " sandbox allow-scripts";

    private final Campaigns campaigns;
    private final Editors editors;

    PreviewDocuments(Campaigns campaigns, Editors editors) {
        this.campaigns = campaigns;
        this.editors = editors;
    }

    @GetMapping("/organiser/campaigns/{id}/preview/{language}")
    Mono<ResponseEntity<String>> preview(
            @PathVariable String id,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable String as,
            Visitor visitor) {
        editors.caller(visitor);
        return campaigns
                .preview(Editors.id(id), visitor)
                .flatMapIterable(Campaigns.Previews::languages)
                .filter(preview -> preview.language().equals(language))
                .next()
                .switchIfEmpty(Mono.error(NoSuchPage::new))
                .map(preview -> document(preview, "text".equals(as)));
    }

    private static ResponseEntity<String> document(Campaigns.Preview preview, boolean text) {
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType(
                                text ? "text/plain;charset=UTF-8" : "text/html;charset=UTF-8"))
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("X-Robots-Tag", "noindex")
                .body(text ? preview.text() : preview.html());
    }
}
