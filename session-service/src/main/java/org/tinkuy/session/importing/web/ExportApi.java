package org.tinkuy.session.importing.web;

import java.util.concurrent.Executor;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.session.importing.ExportProgramme;
import org.tinkuy.session.importing.ProgrammeWriter;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

@RestController
class ExportApi {

    private static final Executor WRITERS = Schedulers.boundedElastic()::schedule;

    private final ExportProgramme exportProgramme;
    private final ProgrammeWriter writer;

    ExportApi(ExportProgramme exportProgramme, ProgrammeWriter writer) {
        this.exportProgramme = exportProgramme;
        this.writer = writer;
    }

    @GetMapping(path = "/api/programmes/{id}/file", produces = MediaType.APPLICATION_YAML_VALUE)
    Flux<DataBuffer> file(@PathVariable("id") String idOrSlug, ServerHttpResponse response) {
        return exportProgramme
                .export(idOrSlug)
                .flatMapMany(exported -> written(exported, response));
    }

    /// As the client takes it: of the text, no more than a buffer is in memory.
    private Publisher<DataBuffer> written(
            ExportProgramme.Exported exported, ServerHttpResponse response) {
        return DataBufferUtils.outputStreamPublisher(
                stream -> writer.write(exported.programme(), exported.sessions(), stream),
                response.bufferFactory(),
                WRITERS);
    }
}
