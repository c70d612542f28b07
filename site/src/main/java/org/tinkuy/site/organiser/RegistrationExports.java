package org.tinkuy.site.organiser;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.tinkuy.site.organiser.sheet.SheetFile;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The list that is shown, all of it, to take along.
@Controller
class RegistrationExports {

    private final AttendeeRegistrations registrations;
    private final RegistrationColumns columns;
    private final Clock clock;

    RegistrationExports(
            AttendeeRegistrations registrations, RegistrationColumns columns, Clock clock) {
        this.registrations = registrations;
        this.columns = columns;
        this.clock = clock;
    }

    @GetMapping("/organiser/registrations.csv")
    @ResponseBody
    Mono<ResponseEntity<Flux<DataBuffer>>> csv(
            @RequestParam MultiValueMap<String, String> query, Visitor visitor, Schedule schedule) {
        return file(SheetFile.CSV, query, visitor, schedule);
    }

    @GetMapping("/organiser/registrations.xlsx")
    @ResponseBody
    Mono<ResponseEntity<Flux<DataBuffer>>> xlsx(
            @RequestParam MultiValueMap<String, String> query, Visitor visitor, Schedule schedule) {
        return file(SheetFile.XLSX, query, visitor, schedule);
    }

    private Mono<ResponseEntity<Flux<DataBuffer>>> file(
            SheetFile file,
            MultiValueMap<String, String> query,
            Visitor visitor,
            Schedule schedule) {
        var now = clock.instant();
        var asked = RegistrationList.exactly(query, Organisers.caller(visitor), schedule, now);
        var shown = asked.shown();
        if (shown == null) {
            throw new NoSuchPage();
        }
        var filter = asked.filter(shown);
        var language = visitor.language();
        return registrations
                .export(
                        filter.programmeId(),
                        filter.eventId(),
                        filter.sessionId(),
                        filter.status(),
                        filter.search(),
                        visitor)
                .map(answer ->
                        requireNonNull(answer.getBody())
                                .map(one -> columns.row(one, shown, schedule, language)))
                .map(rows ->
                        ResponseEntity.ok()
                                .contentType(file.type())
                                .cacheControl(CacheControl.noStore())
                                .headers(headers -> {
                                    headers.setContentLanguage(language.locale());
                                    headers.setContentDisposition(
                                            attachment(
                                                    shown,
                                                    now.atZone(shown.timeZone()).toLocalDate(),
                                                    file));
                                })
                                .body(
                                        file.write(
                                                        columns.title(language),
                                                        columns.names(shown, language),
                                                        rows)
                                                .map(
                                                        DefaultDataBufferFactory.sharedInstance
                                                                ::wrap)));
    }

    private static ContentDisposition attachment(Programme of, LocalDate day, SheetFile file) {
        return ContentDisposition.attachment()
                .filename(of.slug() + "-" + day + "." + file.ending())
                .build();
    }
}
