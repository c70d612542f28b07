package org.tinkuy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SteadyStateTests {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void isSteadyWhenThreeWindowsInARowAreAlike() {
        assertThat(SteadyState.isSteady(windows(100, 200, 300, 301))).isFalse();
        assertThat(SteadyState.isSteady(windows(100, 300, 301, 310))).isTrue();
        assertThat(SteadyState.isSteady(windows(300, 301))).isFalse();
        assertThat(SteadyState.isSteady(windows(300, 300, 316))).isFalse();
    }

    @Test
    void isNotSteadyWhileNothingIsDone() {
        assertThat(SteadyState.isSteady(windows(0, 0, 0))).isFalse();
    }

    @Test
    void comparesTheStartWithTheEnd() {
        var state = new SteadyState(windows(100, 200, 300, 300, 300), true);

        assertThat(state.last().perSecond()).isEqualTo(300);
        assertThat(state.perSecondAtFirst(Duration.ofSeconds(2))).isEqualTo(150);
        assertThat(state.last().used().total()).isEqualTo(3);
    }

    /// Of a second each, in which a process used a second.
    private static List<SteadyState.Window> windows(int... done) {
        var windows = new ArrayList<SteadyState.Window>();
        for (var count : done) {
            var from = windows.size() * SECOND;
            windows.add(
                    new SteadyState.Window(
                            from, from + SECOND, count, new ProcessTimes(Map.of("one", 1.0))));
        }
        return windows;
    }
}
