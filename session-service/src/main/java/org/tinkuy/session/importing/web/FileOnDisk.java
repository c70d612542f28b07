package org.tinkuy.session.importing.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.unit.DataSize;
import org.tinkuy.session.importing.FileTooLarge;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Keeps what is sent on disk while it is used, so that no file is ever held in memory.
final class FileOnDisk {

    private FileOnDisk() {}

    /// Fails with [FileTooLarge] as soon as more than `limit` has come.
    static <T> Mono<T> of(Flux<DataBuffer> body, DataSize limit, Function<Path, Mono<T>> use) {
        return Mono.usingWhen(
                Mono.fromCallable(() -> Files.createTempFile("programmes", ".yaml"))
                        .subscribeOn(Schedulers.boundedElastic()),
                file -> DataBufferUtils.write(upTo(limit, body), file).then(use.apply(file)),
                FileOnDisk::delete);
    }

    static FileTooLarge tooLarge(DataSize limit) {
        return new FileTooLarge(limit.toMegabytes());
    }

    private static Flux<DataBuffer> upTo(DataSize limit, Flux<DataBuffer> body) {
        return Flux.defer(() -> {
            var seen = new AtomicLong();
            return body.handle((buffer, sink) -> {
                if (seen.addAndGet(buffer.readableByteCount()) > limit.toBytes()) {
                    DataBufferUtils.release(buffer);
                    sink.error(tooLarge(limit));
                } else {
                    sink.next(buffer);
                }
            });
        });
    }

    private static Mono<Void> delete(Path file) {
        return Mono.<Void>fromRunnable(
                        () -> {
                            try {
                                Files.deleteIfExists(file);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        })
                .subscribeOn(Schedulers.boundedElastic());
    }
}
