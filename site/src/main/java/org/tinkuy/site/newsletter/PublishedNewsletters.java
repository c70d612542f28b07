package org.tinkuy.site.newsletter;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final Pattern WITHOUT = Pattern.compile("/newsletter(/.*)?|/organiser(/.*)?");

    private static final Pattern PROGRAMME = Pattern.compile("/programmes/([^/]+)(/.*)?");

    private final PageSchedule schedule;
    private final Clock clock;

    PublishedNewsletters(PageSchedule schedule, Clock clock) {
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public List<NewsletterOffer> on(ServerWebExchange exchange) {
        var path = exchange.getRequest().getURI().getRawPath();
        if (WITHOUT.matcher(path).matches()) {
            return List.of();
        }
        var programme = PROGRAMME.matcher(path);
        if (programme.matches()) {
            var own =
                    schedule.of(exchange).programme(programme.group(1)).stream()
                            .flatMap(this::offer)
                            .toList();
            if (!own.isEmpty()) {
                return own;
            }
        }
        return all(exchange);
    }

    List<NewsletterOffer> all(ServerWebExchange exchange) {
        return schedule.of(exchange).programmes(clock.instant()).stream()
                .flatMap(this::offer)
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

    private Stream<NewsletterOffer> offer(Programme programme) {
        var newsletter = programme.newsletter();
        return newsletter == null
                ? Stream.empty()
                : Stream.of(
                        new NewsletterOffer(programme.id(), programme.slug(), newsletter.name()));
    }
}
