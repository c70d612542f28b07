package org.tinkuy.site.organiser.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.tinkuy.languages.Language;
import org.tinkuy.site.organiser.desk.Field.Option;
import org.tinkuy.site.page.TimeZones;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.visitor.Visitor;

/// The page of a form of the desk.
@Component
class FormPage {

    /// What stands around the form.
    ///
    /// @param heading key of its message
    /// @param events of the programme, to choose from
    /// @param speakers of the programme, to choose from
    /// @param up where it leads back to
    /// @param action where it is sent
    /// @param id under which it is begun; `null`: it was begun already
    /// @param further pages about what the form shows
    /// @param cancelled the session, where it is cancelled; `null`: it is none, or takes place
    record Around(
            String heading,
            List<Draft> events,
            List<Draft> speakers,
            String up,
            String action,
            @Nullable UUID id,
            List<Further> further,
            @Nullable UUID cancelled) {

        /// Of what takes place, or is no session.
        Around(
                String heading,
                List<Draft> events,
                List<Draft> speakers,
                String up,
                String action,
                @Nullable UUID id,
                List<Further> further) {
            this(heading, events, speakers, up, action, id, further, null);
        }
    }

    /// @param key of its message
    public record Further(String href, String key) {}

    private final TimeZones zones;
    private final DeskWords words;

    FormPage(TimeZones zones, DeskWords words) {
        this.zones = zones;
        this.words = words;
    }

    Rendering of(Around around, DeskForm form, DeskFaults faults, Visitor visitor) {
        var page =
                page(
                                "organiser-desk-form",
                                around.events(),
                                around.speakers(),
                                form,
                                faults,
                                visitor)
                        .modelAttribute("heading", around.heading())
                        .modelAttribute("up", around.up())
                        .modelAttribute("action", around.action())
                        .modelAttribute("further", around.further());
        if (around.cancelled() != null) {
            page.modelAttribute("cancelled", around.cancelled());
        }
        return (around.id() == null
                        ? page.modelAttribute("part", form.inShort())
                        : page.modelAttribute("id", around.id()))
                .build();
    }

    /// With nothing of the desk around it.
    Rendering.Builder<?> alone(String view, DeskForm form, DeskFaults faults, Visitor visitor) {
        return page(view, List.of(), List.of(), form, faults, visitor);
    }

    private Rendering.Builder<?> page(
            String view,
            List<Draft> events,
            List<Draft> speakers,
            DeskForm form,
            DeskFaults faults,
            Visitor visitor) {
        var in = InWords.of(visitor);
        return Desk.page(view, visitor)
                .status(faults.status())
                .modelAttribute("form", form)
                .modelAttribute("faults", faults)
                .modelAttribute("there", there(Plan.names(events, speakers, in), form, faults, in))
                .modelAttribute("zones", zones(form, visitor))
                .modelAttribute("choices", choices(events, speakers, form, in))
                .modelAttribute("languages", Language.values());
    }

    private Map<String, String> there(
            Map<UUID, String> titles, DeskForm form, DeskFaults faults, InWords in) {
        var there = new LinkedHashMap<String, String>();
        Fields.all(form.sections())
                .forEach(field ->
                        inputs(field)
                                .forEach(input -> {
                                    var value = faults.there().get(input);
                                    if (value != null) {
                                        there.put(input, words.there(field, value, in, titles));
                                    }
                                }));
        return there;
    }

    private static List<String> inputs(Field field) {
        return field.isByLanguage()
                ? Language.TAGS.stream().map(field::input).toList()
                : List.of(field.input());
    }

    private Map<String, TimeZones.Choice> zones(DeskForm form, Visitor visitor) {
        var choices = new LinkedHashMap<String, TimeZones.Choice>();
        Fields.all(form.sections())
                .filter(field ->
                        field.type() == Field.Input.ZONE || field.type() == Field.Input.OWN_ZONE)
                .forEach(field ->
                        choices.put(
                                field.input(),
                                zones.choice(visitor.language(), form.value(field.input()))));
        return choices;
    }

    private static Map<String, List<Option>> choices(
            List<Draft> events, List<Draft> speakers, DeskForm form, InWords in) {
        var choices = new LinkedHashMap<String, List<Option>>();
        Fields.all(form.sections())
                .filter(field ->
                        field.type() == Field.Input.CHOICE || field.type() == Field.Input.CHECKS)
                .forEach(field ->
                        choices.put(
                                field.input(),
                                switch (field.path()) {
                                    case Fields.EVENT_ID -> events(events, form, in);
                                    case Fields.SPEAKERS, Fields.MODERATORS -> speakers(speakers);
                                    default -> field.options();
                                }));
        return choices;
    }

    private static List<Option> speakers(List<Draft> speakers) {
        return speakers.stream()
                .map(speaker -> new Option(speaker.text("id"), null, speaker.text("name"), null))
                .toList();
    }

    /// One that could not be read stays chosen.
    private static List<Option> events(List<Draft> events, DeskForm form, InWords in) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", "desk.no-event"));
        for (var event : events) {
            var title = in.text(event.texts("title"));
            options.add(
                    new Option(
                            event.text("id"),
                            null,
                            title == null ? event.text("slug") : title.text(),
                            title == null ? null : in.lang(title.language())));
        }
        var chosen = form.value(Fields.EVENT_ID);
        if (options.stream().noneMatch(option -> option.value().equals(chosen))) {
            options.add(Option.of(chosen, "desk.event-as-chosen"));
        }
        return options;
    }
}
