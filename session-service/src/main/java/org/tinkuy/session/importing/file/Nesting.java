package org.tinkuy.session.importing.file;

import java.util.ArrayDeque;
import java.util.Deque;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/// Where among the lists and mappings of a file its parser is.
final class Nesting {

    private static final class Level {

        private final boolean isMapping;
        private boolean isKeyNext;

        Level(boolean isMapping) {
            this.isMapping = isMapping;
            this.isKeyNext = isMapping;
        }

        void read() {
            isKeyNext = isMapping && !isKeyNext;
        }
    }

    private final Deque<Level> levels = new ArrayDeque<>();

    int depth() {
        return levels.size();
    }

    boolean isKeyNext() {
        var level = levels.peek();
        return level != null && level.isKeyNext;
    }

    void read(Event event) {
        switch (event) {
            case CollectionEndEvent _ -> levels.pop();
            case CollectionStartEvent _ -> {
                readOne();
                levels.push(new Level(event instanceof MappingStartEvent));
            }
            case ScalarEvent _, AliasEvent _ -> readOne();
            default -> {}
        }
    }

    private void readOne() {
        var level = levels.peek();
        if (level != null) {
            level.read();
        }
    }
}
