package org.tinkuy.site.organiser;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tinkuy.site.organiser.RegistrationNumbers.OfDay;

/// How many have a seat, day after day, as rows of a table and as a line that is drawn beside it.
///
/// @param days those on which something happened, the first one first
/// @param most that it ever was
public record Growth(List<Day> days, int most) {

    /// The drawing's own units.
    static final int WIDTH = 600;

    static final int HEIGHT = 160;

    /// @param sum of all seats at the end of the day
    public record Day(LocalDate day, int confirmed, int cancelled, int sum) {}

    static Growth of(List<OfDay> counted) {
        var days = new ArrayList<Day>();
        var sum = 0;
        var most = 0;
        for (var one : counted) {
            sum += one.confirmed() - one.cancelled();
            most = Math.max(most, sum);
            days.add(new Day(one.day(), one.confirmed(), one.cancelled(), sum));
        }
        return new Growth(List.copyOf(days), most);
    }

    /// Whether there is a line to draw.
    public boolean isDrawn() {
        return days.size() > 1 && most > 0;
    }

    /// For a `polyline`: as high as the sum, and level until the next day on which something
    /// happened.
    public String line() {
        var first = days.getFirst().day();
        var span = ChronoUnit.DAYS.between(first, days.getLast().day());
        var points = new ArrayList<String>();
        var before = 0;
        for (var day : days) {
            var x = WIDTH * ChronoUnit.DAYS.between(first, day.day()) / (double) span;
            points.add(point(x, before));
            points.add(point(x, day.sum()));
            before = day.sum();
        }
        return points.stream().collect(Collectors.joining(" "));
    }

    private String point(double x, int sum) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, HEIGHT - HEIGHT * sum / (double) most);
    }
}
