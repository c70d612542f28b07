package org.tinkuy.session.importing.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.session.challenge.Challenge;
import org.tinkuy.session.dialogue.FollowUp;
import org.tinkuy.session.importing.ProgrammePlan;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.TextByLanguage;
import org.tinkuy.session.schedule.SessionPlan;

/// What a new user meets first reads in their language, from title to footer.
class SampleTranslationsTests {

    private final List<ProgrammePlan> plans =
            FileFixtures.read(Path.of("../samples/heading-to-perumin.yaml"));

    @ParameterizedTest
    @ValueSource(strings = {"es", "fr"})
    void saysEverythingInTheLanguage(String language) {
        for (var plan : plans) {
            var programme = plan.programme().slug();
            assertThat(titles(plan))
                    .as(programme)
                    .allSatisfy(title -> assertThat(title.byLanguage()).containsKey(language));
            assertThat(plan.programme().profile().translations().get(language))
                    .as(programme)
                    .isNotNull()
                    .containsOnlyKeys(plainTexts(plan));
        }
    }

    private static List<TextByLanguage> titles(ProgrammePlan plan) {
        var profile = plan.programme().profile();
        return Stream.of(
                        Stream.of(profile.title()),
                        Stream.ofNullable(profile.motto()),
                        plan.programme().events().stream()
                                .filter(event -> !isName(event))
                                .map(Event::title),
                        plan.challenges().stream().map(Challenge::title),
                        plan.challenges().stream().map(Challenge::aim).filter(Objects::nonNull),
                        plan.sessions().stream().map(SessionPlan::title).filter(Objects::nonNull))
                .flatMap(texts -> texts)
                .toList();
    }

    /// A region is called the same in every language.
    private static boolean isName(Event event) {
        return event.title().byLanguage().containsValue(String.valueOf(event.region()));
    }

    private static List<String> plainTexts(ProgrammePlan plan) {
        var profile = plan.programme().profile();
        return Stream.of(
                        profile.organisers().stream(),
                        Stream.ofNullable(profile.fundedBy()),
                        profile.audience().stream(),
                        profile.topics().stream(),
                        profile.facts().stream(),
                        profile.challengesRaised().stream(),
                        plan.programme().events().stream()
                                .flatMap(event ->
                                        Stream.of(
                                                        event.facts(),
                                                        event.topics(),
                                                        event.participants(),
                                                        listed(event.note()))
                                                .flatMap(List::stream)),
                        plan.challenges().stream()
                                .flatMap(challenge ->
                                        Stream.of(
                                                        listed(challenge.entrants()),
                                                        listed(challenge.answersTo()))
                                                .flatMap(List::stream)),
                        plan.stands().stream()
                                .flatMap(stand ->
                                        Stream.concat(
                                                Stream.of(stand.title()),
                                                stand.resources().stream())),
                        plan.sessions().stream()
                                .flatMap(session -> listed(session.note()).stream()),
                        plan.followUps().stream().map(FollowUp::country))
                .flatMap(texts -> texts)
                .distinct()
                .toList();
    }

    private static List<String> listed(@Nullable String text) {
        return Optional.ofNullable(text).map(List::of).orElse(List.of());
    }
}
