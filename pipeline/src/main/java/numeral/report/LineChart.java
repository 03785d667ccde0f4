package numeral.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A small line chart as inline SVG.
 *
 * @param title what a screen reader says
 * @param xLabel label of the horizontal axis
 * @param yLabel label of the vertical axis
 * @param x horizontal axis
 * @param y vertical axis
 * @param lines lines in the order of the legend, of which at most two can be told apart
 */
record LineChart(String title, String xLabel, String yLabel, Ticks x, Ticks y, List<Line> lines) {
    private static final int WIDTH = 440;
    private static final int HEIGHT = 270;
    private static final int LEFT = 52;
    private static final int RIGHT = 14;
    private static final int TOP = 34;
    private static final int BOTTOM = 42;
    private static final int TICK_GAP = 7;
    /** Dots of a longer line would merge into a band. */
    private static final int MOST_DOTS = 40;

    /**
     * One line.
     *
     * @param points from left to right
     */
    record Line(String name, List<Point> points) {}

    /** A point in units of the axes; one whose y isn't finite is left out. */
    record Point(double x, double y) {}

    Html svg() {
        var svg = Html.of("svg")
                .attr("class", "chart")
                .attr("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
                .attr("role", "img")
                .attr("aria-label", title);
        svg.add(grid()).add(axisTitles());
        for (int i = 0; i < lines.size(); i++) {
            svg.add(legend(i)).add(line(i));
        }
        return svg;
    }

    /** The chart as a file of its own. */
    String file() {
        return svg().attr("xmlns", "http://www.w3.org/2000/svg").add(Html.of("style", Stylesheet.text())) + "\n";
    }

    private List<Html> grid() {
        var parts = new ArrayList<Html>();
        for (double position : y.positions()) {
            parts.add(segment(LEFT, yPx(position), WIDTH - RIGHT, yPx(position)).attr("class", "grid"));
            parts.add(label(LEFT - TICK_GAP, yPx(position) + 4, "end", y.label(position)));
        }
        for (double position : x.positions()) {
            parts.add(label(xPx(position), HEIGHT - BOTTOM + 18, "middle", x.label(position)));
        }
        parts.add(segment(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM).attr("class", "axis"));
        return parts;
    }

    private List<Html> axisTitles() {
        return List.of(
                label((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 5, "middle", xLabel),
                label(0, 12, "start", yLabel).attr("class", "strong"));
    }

    private List<Html> legend(int index) {
        double start = LEFT + 150 * index + 110;
        return List.of(
                segment(start, 8, start + 24, 8).attr("class", "line s" + index),
                label(start + 31, 12, "start", lines.get(index).name()));
    }

    private List<Html> line(int index) {
        var drawn = lines.get(index).points().stream()
                .filter(point -> Double.isFinite(point.y()))
                .toList();
        var parts = new ArrayList<Html>();
        var path = new StringBuilder();
        for (var point : drawn) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(px(xPx(point.x())))
                    .append(' ')
                    .append(px(yPx(point.y())));
        }
        if (drawn.size() > 1) {
            parts.add(Html.of("path").attr("d", path).attr("class", "line s" + index));
        }
        for (var point : drawn.size() > MOST_DOTS ? List.<Point>of() : drawn) {
            parts.add(Html.of("circle")
                    .attr("cx", px(xPx(point.x())))
                    .attr("cy", px(yPx(point.y())))
                    .attr("r", "2.6")
                    .attr("class", "dot s" + index));
        }
        return parts;
    }

    private double xPx(double value) {
        return LEFT + (value - x.from()) / (x.to() - x.from()) * (WIDTH - LEFT - RIGHT);
    }

    private double yPx(double value) {
        return HEIGHT - BOTTOM - (value - y.from()) / (y.to() - y.from()) * (HEIGHT - TOP - BOTTOM);
    }

    private static Html segment(double x1, double y1, double x2, double y2) {
        return Html.of("line")
                .attr("x1", px(x1))
                .attr("y1", px(y1))
                .attr("x2", px(x2))
                .attr("y2", px(y2));
    }

    private static Html label(double x, double y, String anchor, String text) {
        return Html.of("text", text).attr("x", px(x)).attr("y", px(y)).attr("text-anchor", anchor);
    }

    private static String px(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
