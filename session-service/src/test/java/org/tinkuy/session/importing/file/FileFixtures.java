package org.tinkuy.session.importing.file;

import static java.time.ZoneOffset.UTC;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tinkuy.session.importing.ProgrammePlan;
import org.tinkuy.session.input.InputFixtures;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.schedule.Doubt;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.session.schedule.WhatSessionsSay;
import org.tinkuy.session.speaker.Speaker;

public final class FileFixtures {

    private FileFixtures() {}

    /// Samples lie in the past.
    public static List<ProgrammePlan> read(Path file) {
        return reader().read(file, new Insistence(Map.of(), null, Set.of(Doubt.PAST)));
    }

    static YamlProgrammeReader reader() {
        return new YamlProgrammeReader(
                InputFixtures.rules(), Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), UTC));
    }

    /// As it is published first.
    public static PublishedProgramme published(ProgrammePlan plan) {
        return new PublishedProgramme(
                1,
                plan.programme(),
                plan.challenges(),
                plan.stands(),
                plan.followUps(),
                plan.speakers().stream()
                        .filter(Speaker::isShown)
                        .map(Speaker::withoutAddress)
                        .toList(),
                WhatSessionsSay.ofPlans(plan.sessions()),
                false);
    }
}
