package org.tinkuy.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// What a logger writes until this is closed.
public final class WrittenLines implements AutoCloseable {

    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    lines.add(event.getFormattedMessage());
                }
            };

    public WrittenLines(String logger) {
        this.logger = (Logger) LoggerFactory.getLogger(logger);
        appender.start();
        this.logger.addAppender(appender);
    }

    /// Those in which all of the words occur: other tests share the process.
    public List<String> with(Object... words) {
        return lines.stream()
                .filter(line -> List.of(words).stream().allMatch(word -> line.contains("" + word)))
                .toList();
    }

    public List<String> all() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }
}
