package org.tinkuy.session.importing.file;

import java.nio.file.Path;
import java.util.List;
import org.tinkuy.session.importing.ProgrammePlan;
import org.tinkuy.session.input.InputFixtures;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.session.schedule.WhatSessionsSay;

public final class FileFixtures {

    private FileFixtures() {}

    public static List<ProgrammePlan> read(Path file) {
        return new YamlProgrammeReader(InputFixtures.rules()).read(file, Insistence.NONE);
    }

    /// As it is published first.
    public static PublishedProgramme published(ProgrammePlan plan) {
        return new PublishedProgramme(
                1,
                plan.programme(),
                plan.challenges(),
                plan.stands(),
                plan.followUps(),
                WhatSessionsSay.ofPlans(plan.sessions()));
    }
}
