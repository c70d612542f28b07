package org.tinkuy.site.organiser.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.tinkuy.languages.Language;
import org.tinkuy.site.upstream.ServiceProblem;

/// What is wrong with a campaign as it was typed.
///
/// @param byField the field's id on the page, such as `text-es`
/// @param general message key of what is wrong with all of it
public record CampaignFaults(
        Map<String, List<Piece>> byField, @Nullable String general, HttpStatus status) {

    static final CampaignFaults NONE = new CampaignFaults(Map.of(), null, HttpStatus.OK);

    static final CampaignFaults UNAVAILABLE =
            new CampaignFaults(
                    Map.of(), "campaign.fault.unavailable", HttpStatus.SERVICE_UNAVAILABLE);

    private static final Set<String> KNOWN =
            Set.of(
                    "required",
                    "too-long",
                    "invalid-characters",
                    "unknown-variable",
                    "variable-not-closed",
                    "html-not-closed",
                    "html-not-allowed",
                    "invalid-link",
                    "variable-in-link",
                    "invalid-address",
                    "out-of-range");

    /// @param words message key
    /// @param value the piece of the text that is wrong
    public record Piece(String words, @Nullable String value) {}

    static CampaignFaults of(ServiceProblem problem) {
        if (problem.status() == 409) {
            return new CampaignFaults(Map.of(), "campaign.fault.state", HttpStatus.CONFLICT);
        }
        var byField = new LinkedHashMap<String, List<Piece>>();
        for (var fault : problem.problem().faults()) {
            var code = String.valueOf(fault.code());
            byField.computeIfAbsent(input(String.valueOf(fault.field())), _ -> new ArrayList<>())
                    .add(
                            new Piece(
                                    "campaign.fault." + (KNOWN.contains(code) ? code : "other"),
                                    fault.value()));
        }
        return new CampaignFaults(
                byField,
                byField.isEmpty() ? "campaign.fault.other" : "fault.see-below",
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// Which of the page's inputs a field of the request is.
    private static String input(String field) {
        return field.startsWith("registered") ? "whom" : field.replace('.', '-');
    }

    public boolean isEmpty() {
        return general == null;
    }

    private static final Map<String, String> LABELS =
            Map.of(
                    "whom", "to-registered.whom",
                    "subject", "campaign.subject",
                    "text", "campaign.text",
                    "preheader", "campaign.preheader",
                    "rate", "campaign.rate",
                    "replyTo", "campaign.reply-to");

    /// A fault as the list above the form names it.
    ///
    /// @param language whose words are wrong, in its own; `null`: the field has none
    /// @param label message key of the field's label; `null`: the form has no such field
    public record Named(
            String field, @Nullable String language, @Nullable String label, Piece piece) {}

    public List<Named> all() {
        return byField.entrySet().stream()
                .flatMap(faults ->
                        faults.getValue().stream().map(piece -> named(faults.getKey(), piece)))
                .toList();
    }

    private static Named named(String field, Piece piece) {
        var parts = field.split("-", 2);
        return new Named(
                field,
                parts.length < 2
                        ? null
                        : Language.of(parts[1]).map(Language::ownName).orElse(parts[1]),
                LABELS.get(parts[0]),
                piece);
    }

    public List<Piece> at(String field) {
        return byField.getOrDefault(field, List.of());
    }
}
