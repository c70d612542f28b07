package org.tinkuy.site.organiser.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tinkuy.site.organiser.desk.Field.Section;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// What a programme has a list of, written and taken out by the same pages. Sessions are none of
/// them: a session stays when it is not part of the draft any more.
enum Part {
    EVENT,
    SPEAKER;

    /// Of the pages about one, after the programme's.
    static final String PATH = Desk.PATH + "/{programme}/{parts:events|speakers}";

    static Part at(String path) {
        return Arrays.stream(values())
                .filter(part -> part.path().equals(path))
                .findFirst()
                .orElseThrow(NoSuchPage::new);
    }

    /// In addresses, of pages as of the API.
    String path() {
        return word() + "s";
    }

    /// In the keys of messages.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Section> form() {
        return switch (this) {
            case EVENT -> Fields.EVENT;
            case SPEAKER -> Fields.SPEAKER;
        };
    }

    /// Pages about what its form shows.
    List<FormPage.Further> further(String own) {
        var removal = new FormPage.Further(own + "/removal", "desk.removal." + word());
        return switch (this) {
            case EVENT ->
                    List.of(
                            new FormPage.Further(own + "/copy", "desk.copy.event"),
                            new FormPage.Further(own + "/unpublication", "desk.unpublish.event"),
                            removal);
            case SPEAKER ->
                    List.of(new FormPage.Further(own + "/invitation", "desk.invitation"), removal);
        };
    }

    /// @throws NoSuchPage if there is none
    Mono<Draft> read(Drafts drafts, UUID programme, UUID id, Visitor visitor) {
        return drafts.parts(programme, path(), visitor)
                .flatMapIterable(all -> all)
                .filter(one -> one.id().equals(id))
                .next()
                .switchIfEmpty(Mono.error(NoSuchPage::new));
    }
}
