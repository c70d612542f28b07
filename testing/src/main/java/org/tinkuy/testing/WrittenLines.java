package org.tinkuy.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// What a logger writes until this is closed.
public final class WrittenLines implements AutoCloseable {

    private final Logger logger;
    private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    lines.add(event);
                }
            };

    public WrittenLines(String logger) {
        this.logger = (Logger) LoggerFactory.getLogger(logger);
        appender.start();
        this.logger.addAppender(appender);
    }

    /// Those in which all of the words occur: other tests share the process.
    public List<String> with(Object... words) {
        return all().stream()
                .filter(line -> List.of(words).stream().allMatch(word -> line.contains("" + word)))
                .toList();
    }

    public List<String> all() {
        return lines.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /// Those that wake an operator, and those that fill the log: warnings, errors, and whatever has
    /// a stack.
    public List<String> alarming() {
        return lines.stream()
                .filter(line ->
                        line.getLevel().isGreaterOrEqual(Level.WARN)
                                || line.getThrowableProxy() != null)
                .map(WrittenLines::shown)
                .toList();
    }

    private static String shown(ILoggingEvent line) {
        var thrown = line.getThrowableProxy();
        return "%s %s: %s %s"
                .formatted(
                        line.getLevel(),
                        line.getLoggerName(),
                        line.getFormattedMessage(),
                        thrown == null ? "" : thrown.getClassName() + ": " + thrown.getMessage());
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }
}
