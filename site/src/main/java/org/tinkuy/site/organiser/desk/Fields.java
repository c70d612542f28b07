package org.tinkuy.site.organiser.desk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tinkuy.languages.Language;
import org.tinkuy.site.organiser.desk.Field.Input;
import org.tinkuy.site.organiser.desk.Field.Option;
import org.tinkuy.site.organiser.desk.Field.Section;

/// What is asked of a programme, an event and a session. What no form shows stays as it is.
final class Fields {

    static final String EVENT_ID = "eventId";
    static final String LANGUAGE = "language";

    private static final List<Option> MODES = options("mode.", "in-person", "online", "hybrid");
    private static final List<Option> ADMISSIONS = options("desk.admission.", "open", "invitation");
    private static final List<Option> KINDS =
            options("kind.", "plenary", "hub", "challenge", "workshop", "dialogue");

    static final String SPEAKERS = "speakers";
    static final String MODERATORS = "moderators";
    static final String AGREED = "agreed";

    private static final Field TITLE = field("title", Input.TEXTS);
    private static final Field ZONE = Field.of("timeZone", Input.ZONE, "time-zone.label");
    private static final Field OWN_ZONE = Field.of("timeZone", Input.OWN_ZONE, "time-zone.label");
    private static final Field MODE = field("mode", Input.CHOICE).among(MODES);
    private static final Field ORGANISERS =
            field("organisers", Input.LINES).hinted("desk.hint.lines");
    private static final Field TOPICS = field("topics", Input.LINES).hinted("desk.hint.lines");
    private static final Field DESCRIPTION =
            field("description", Input.AREAS).hinted("desk.hint.markdown");
    private static final Field BIOGRAPHY =
            field("biography", Input.AREAS).hinted("desk.hint.markdown");
    private static final Field NOTE = field("note", Input.AREA).hinted("desk.hint.note");

    /// The five things that a programme begins with.
    static final List<Section> BEGINNING =
            List.of(
                    new Section(
                            "desk.section.beginning",
                            List.of(
                                    Field.of("title", Input.LINE, "desk.field.title"),
                                    field(LANGUAGE, Input.CHOICE)
                                            .hinted("desk.hint.language")
                                            .among(languages()),
                                    ZONE,
                                    MODE,
                                    ORGANISERS)));

    static final List<Section> PROGRAMME =
            List.of(
                    new Section(
                            "desk.section.texts",
                            List.of(TITLE, field("motto", Input.TEXTS), DESCRIPTION)),
                    new Section(
                            "desk.section.who",
                            List.of(
                                    ORGANISERS,
                                    field("contact", Input.LINE).hinted("desk.hint.contact"),
                                    field("fundedBy", Input.LINE),
                                    field("audience", Input.LINES).hinted("desk.hint.lines"),
                                    TOPICS,
                                    field("expectedParticipants", Input.NUMBER),
                                    field("admission", Input.CHOICE).among(ADMISSIONS))),
                    new Section(
                            "desk.section.where",
                            List.of(
                                    MODE,
                                    Field.of("place", Input.LINE, "move.place")
                                            .hinted("desk.hint.programme-place"),
                                    ZONE,
                                    field("starts", Input.DATE).hinted("desk.hint.days"),
                                    field("ends", Input.DATE))),
                    new Section(
                            "desk.section.plenaries",
                            List.of(
                                    field("policy.plenary.starts", Input.TIME)
                                            .hinted("desk.hint.plenaries"),
                                    field("policy.plenary.ends", Input.TIME))),
                    new Section(
                            "desk.section.people",
                            List.of(
                                    field("travelMinutes", Input.NUMBER)
                                            .hinted("desk.hint.travel"))),
                    new Section(
                            "desk.section.newsletter",
                            List.of(
                                    field("newsletter.name", Input.LINE)
                                            .hinted("desk.hint.newsletter"),
                                    field("newsletter.acknowledgement", Input.TEXTS)
                                            .hinted("desk.hint.acknowledgement"))));

    static final List<Section> EVENT =
            List.of(
                    new Section(
                            "desk.section.texts",
                            List.of(
                                    TITLE,
                                    DESCRIPTION,
                                    field("region", Input.LINE),
                                    NOTE,
                                    TOPICS,
                                    field("participants", Input.LINES).hinted("desk.hint.lines"))),
                    new Section(
                            "desk.section.where",
                            List.of(
                                    field("starts", Input.DATE).hinted("desk.hint.days"),
                                    field("ends", Input.DATE),
                                    OWN_ZONE)));

    static final List<Section> SESSION =
            List.of(
                    new Section(
                            "desk.section.texts",
                            List.of(
                                    field("kind", Input.CHOICE).among(KINDS),
                                    TITLE.hinted("desk.hint.session-title"),
                                    DESCRIPTION,
                                    field(EVENT_ID, Input.CHOICE),
                                    NOTE)),
                    new Section(
                            "desk.section.people",
                            List.of(
                                    field(SPEAKERS, Input.CHECKS).hinted("desk.hint.speakers"),
                                    field(MODERATORS, Input.CHECKS))),
                    new Section(
                            "desk.section.where",
                            List.of(
                                    Field.of("date", Input.DATE, "move.date")
                                            .hinted("desk.hint.date"),
                                    Field.of("starts", Input.TIME, "move.starts"),
                                    Field.of("ends", Input.TIME, "move.ends"),
                                    OWN_ZONE,
                                    Field.of("place", Input.LINE, "move.place")
                                            .hinted("desk.hint.session-place"),
                                    field("capacity", Input.NUMBER).hinted("desk.hint.capacity"))));

    /// Of what is cancelled: it neither moves nor takes anybody.
    static final List<Section> CANCELLED_SESSION =
            List.of(
                    new Section(
                            "desk.section.texts",
                            SESSION.getFirst().fields().stream()
                                    .filter(field -> !field.path().equals(EVENT_ID))
                                    .toList()),
                    SESSION.get(1));

    static List<Section> ofSession(boolean cancelled) {
        return cancelled ? CANCELLED_SESSION : SESSION;
    }

    static final List<Section> SPEAKER =
            List.of(
                    new Section(
                            "desk.section.who",
                            List.of(
                                    field("name", Input.LINE),
                                    field("role", Input.LINE).hinted("desk.hint.role"),
                                    field("institution", Input.LINE),
                                    field("languages", Input.CHECKS).among(languages()),
                                    BIOGRAPHY)),
                    new Section(
                            "desk.section.consent",
                            List.of(
                                    field(AGREED, Input.DATE).hinted("desk.hint.agreed"),
                                    field("address", Input.LINE).hinted("desk.hint.address"))));

    static final String AGREES = "agrees";

    /// What speakers say of themselves.
    static final List<Section> OWN_ENTRY =
            List.of(
                    new Section(
                            "desk.section.who",
                            List.of(
                                    field("name", Input.LINE),
                                    field("role", Input.LINE).hinted("desk.hint.role"),
                                    field("institution", Input.LINE),
                                    field("languages", Input.CHECKS).among(languages()),
                                    BIOGRAPHY)),
                    new Section(
                            "own-entry.section.consent",
                            List.of(
                                    Field.of(AGREES, Input.CHOICE, "own-entry.agrees")
                                            .among(
                                                    List.of(
                                                            Option.of("", "choose"),
                                                            Option.of("true", "own-entry.yes"),
                                                            Option.of("false", "own-entry.no"))))));

    private Fields() {}

    static Stream<Field> all(List<Section> sections) {
        return sections.stream().flatMap(section -> section.fields().stream());
    }

    private static Field field(String path, Input type) {
        return Field.of(path, type, "desk.field." + path.replace('.', '-'));
    }

    private static List<Option> options(String key, String... values) {
        return Arrays.stream(values).map(value -> Option.of(value, key + value)).toList();
    }

    private static List<Option> languages() {
        return Arrays.stream(Language.values())
                .map(one -> new Option(one.tag(), null, one.ownName(), one.tag()))
                .toList();
    }
}
