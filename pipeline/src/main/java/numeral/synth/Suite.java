package numeral.synth;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How hard the scans are to read; every figure is a limit between which each page draws its own. */
public enum Suite {
    /** Flat paper, a good scanner. */
    CLEAN(0.3, 1, 0.002, 0.0, 0.08, 0.0, 0.0, 0.02, 0.90f),
    /** An office's feeder scanner and people in a hurry. */
    OFFICE(3, 8, 0.015, 0.15, 0.22, 3.0, 1.5, 0.08, 0.55f);

    private final double skewDeg;
    private final double shiftMm;
    private final double stretch;
    private final double gamma;
    private final double blur;
    private final double noise;
    private final double specksPerSquareInch;
    private final double carelessness;
    private final float lowestJpegQuality;

    Suite(
            double skewDeg,
            double shiftMm,
            double stretch,
            double gamma,
            double blur,
            double noise,
            double specksPerSquareInch,
            double carelessness,
            float lowestJpegQuality) {
        this.skewDeg = skewDeg;
        this.shiftMm = shiftMm;
        this.stretch = stretch;
        this.gamma = gamma;
        this.blur = blur;
        this.noise = noise;
        this.specksPerSquareInch = specksPerSquareInch;
        this.carelessness = carelessness;
        this.lowestJpegQuality = lowestJpegQuality;
    }

    /** The suite of that name in lower case. */
    public static Suite of(String name) {
        return Arrays.stream(values())
                .filter(suite -> suite.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("suite: expected one of "
                        + Arrays.stream(values()).map(Suite::toString).collect(Collectors.joining(", ")) + ", found '"
                        + name + "'"));
    }

    double skewDeg() {
        return skewDeg;
    }

    double shiftMm() {
        return shiftMm;
    }

    /** Share by which the feeder may stretch or shrink each axis. */
    double stretch() {
        return stretch;
    }

    /** Deviation of the exponent from 1. */
    double gamma() {
        return gamma;
    }

    /** Largest share of a pixel's light that each of two neighbours on an axis receives. */
    double blur() {
        return blur;
    }

    /** Largest standard deviation of the sensor, in grey levels. */
    double noise() {
        return noise;
    }

    double specksPerSquareInch() {
        return specksPerSquareInch;
    }

    /** Share of digits that outgrow their box, or touch their neighbour in a strip. */
    double carelessness() {
        return carelessness;
    }

    float lowestJpegQuality() {
        return lowestJpegQuality;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
