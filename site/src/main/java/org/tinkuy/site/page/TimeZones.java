package org.tinkuy.site.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tinkuy.languages.Language;
import org.tinkuy.languages.TimeWords;
import org.tinkuy.languages.Zones;

/// What people choose their time zone from.
@Component
public class TimeZones {

    /// @param byArea by what the page calls the area
    /// @param other the chosen one, where it is known and not offered: browsers call zones by
    ///   former names; `null`: it is among the others, or none is chosen
    public record Choice(
            Map<String, List<Zones.Offer>> byArea, String chosen, Zones.@Nullable Offer other) {}

    private final Map<Language, Map<String, List<Zones.Offer>>> byLanguage =
            new EnumMap<>(Language.class);

    TimeZones(MessageSource messages) {
        for (var language : Language.values()) {
            byLanguage.put(
                    language,
                    Zones.offered(
                            language,
                            area ->
                                    messages.getMessage(
                                            "time-zone.area." + area, null, language.locale())));
        }
    }

    /// @param chosen its name; `null`: none
    public Choice choice(Language language, @Nullable String chosen) {
        return new Choice(
                byLanguage.getOrDefault(language, Map.of()),
                chosen == null ? "" : chosen,
                chosen == null || Zones.isOffered(chosen)
                        ? null
                        : Zones.named(chosen)
                                .map(zone ->
                                        new Zones.Offer(chosen, new TimeWords(language).zone(zone)))
                                .orElse(null));
    }
}
