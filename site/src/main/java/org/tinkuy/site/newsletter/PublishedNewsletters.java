package org.tinkuy.site.newsletter;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.page.NewsletterOffer;
import org.tinkuy.site.page.NewsletterOffers;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.web.PageSchedule;

/// The newsletters of the programmes that are published and have one.
@Component
class PublishedNewsletters implements NewsletterOffers {

    /// They have the form themselves, or are about a subscription already.
    private static final Pattern WITHOUT =
            Pattern.compile("/newsletter(/.*)?|/organiser(/.*)?|/embedded(/.*)?");

    private static final Pattern PROGRAMME = Pattern.compile("/programmes/([^/]+)(/.*)?");

    private final PageSchedule schedule;
    private final Clock clock;

    PublishedNewsletters(PageSchedule schedule, Clock clock) {
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public Choice on(ServerWebExchange exchange) {
        var path = exchange.getRequest().getURI().getRawPath();
        if (WITHOUT.matcher(path).matches()) {
            return Choice.NONE;
        }
        var all = all(exchange);
        var programme = PROGRAMME.matcher(path);
        if (programme.matches()) {
            return schedule.of(exchange)
                    .programme(programme.group(1))
                    .flatMap(PublishedNewsletters::offer)
                    .map(own -> new Choice(List.of(own), own))
                    .orElseGet(() -> Choice.of(all));
        }
        return Choice.of(all);
    }

    List<NewsletterOffer> all(ServerWebExchange exchange) {
        return schedule.of(exchange).programmes(clock.instant()).stream()
                .flatMap(programme -> offer(programme).stream())
                .toList();
    }

    Optional<Programme> of(UUID programme, ServerWebExchange exchange) {
        return schedule.of(exchange)
                .programme(programme)
                .filter(found -> found.newsletter() != null);
    }

    Optional<Programme> of(String slug, ServerWebExchange exchange) {
        return schedule.of(exchange).programme(slug).filter(found -> found.newsletter() != null);
    }

    private static Optional<NewsletterOffer> offer(Programme programme) {
        return Optional.ofNullable(programme.newsletter())
                .map(newsletter ->
                        new NewsletterOffer(programme.id(), programme.slug(), newsletter.name()));
    }
}
