package numeral.synth;

import com.typesafe.config.Config;
import java.util.List;

/**
 * What writer, paper and scanner do to the pages of a suite; each figure is explained in {@code suites.conf}.
 *
 * @param resolutions empty where the settings choose
 * @param formats empty where the settings choose
 */
record Effects(
        Feeder feeder,
        Paper paper,
        Sensor sensor,
        Pen pen,
        double mishapShare,
        List<Resolution> resolutions,
        List<PageFormat> formats) {

    /** How the paper lies. */
    record Feeder(double skewDeg, double shiftMm, double stretch) {}

    /** What is on the paper besides the form. */
    record Paper(double bleedThrough, double stainShare, double borderShare) {}

    /** What light and electronics add. */
    record Sensor(
            double gamma,
            double blur,
            double noise,
            double specksPerSquareInch,
            int streaks,
            double dropouts,
            double threshold,
            Range jpegQuality) {}

    /** What the writer does. */
    record Pen(Range darkness, Range radiusMm, double variety, double carelessness, double overwrittenShare) {}

    static Effects from(Config suite) {
        Config feeder = suite.getConfig("feeder");
        Config paper = suite.getConfig("paper");
        Config sensor = suite.getConfig("sensor");
        Config pen = suite.getConfig("pen");
        return new Effects(
                new Feeder(feeder.getDouble("skew-deg"), feeder.getDouble("shift-mm"), feeder.getDouble("stretch")),
                new Paper(
                        paper.getDouble("bleed-through"),
                        paper.getDouble("stain-share"),
                        paper.getDouble("border-share")),
                new Sensor(
                        sensor.getDouble("gamma"),
                        sensor.getDouble("blur"),
                        sensor.getDouble("noise"),
                        sensor.getDouble("specks-per-square-inch"),
                        sensor.getInt("streaks"),
                        sensor.getDouble("dropouts"),
                        sensor.getDouble("threshold"),
                        Range.of(sensor, "jpeg-quality")),
                new Pen(
                        Range.of(pen, "darkness"),
                        Range.of(pen, "radius-mm"),
                        pen.getDouble("variety"),
                        pen.getDouble("carelessness"),
                        pen.getDouble("overwritten-share")),
                suite.getDouble("mishap-share"),
                suite.getStringList("resolutions").stream()
                        .map(Resolution::parse)
                        .toList(),
                suite.getStringList("formats").stream().map(PageFormat::of).toList());
    }
}
