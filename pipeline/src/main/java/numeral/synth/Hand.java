package numeral.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The handwriting of one writer: habits that all of the writer's digits share, around which each digit varies.
 *
 * @param custom how the writer keeps 1 and 7 apart
 * @param variety how far it may be from what is common, 0 to 1
 * @param habits the writer's usual way to write each digit
 * @param slant shear to the right
 * @param rotation of the line of writing in radians
 * @param widthRatio stretch in width
 * @param radius half the thickness of the pen, with the digit's height as unit
 * @param pressure share by which the radius varies along a stroke
 * @param sloppiness standard deviation of a control point from where it belongs
 */
record Hand(
        Skeleton.Custom custom,
        double variety,
        List<Skeleton> habits,
        double slant,
        double rotation,
        double widthRatio,
        double radius,
        double pressure,
        double sloppiness) {
    private static final double CHANCE_OF_HABIT = 0.85;

    /**
     * Another hand each time.
     *
     * @param variety how far it may be from what is common, 0 to 1
     */
    static Hand of(double variety, SplittableRandom random) {
        Skeleton.Custom custom = Skeleton.Custom.draw(random);
        return new Hand(
                custom,
                variety,
                IntStream.range(0, 10)
                        .mapToObj(digit -> Skeletons.pick(digit, custom, variety, random))
                        .toList(),
                0.12 + 0.24 * random.nextGaussian(),
                0.05 * random.nextGaussian(),
                Math.exp(0.15 * random.nextGaussian()),
                0.055 * Math.exp(0.32 * random.nextGaussian()),
                random.nextDouble(0.05, 0.35),
                random.nextDouble(0.010, 0.030));
    }

    /** The same hand with another pen, its radius with the digit's height as unit. */
    Hand withRadius(double radius) {
        return new Hand(custom, variety, habits, slant, rotation, widthRatio, radius, pressure, sloppiness);
    }

    /** The digit as written this once, about 1 high, its top left corner near the origin. */
    Glyph write(int digit, SplittableRandom random) {
        Skeleton skeleton = random.nextDouble() < CHANCE_OF_HABIT
                ? habits.get(digit)
                : Skeletons.pick(digit, custom, variety, random);
        Elastic elastic = new Elastic(0.018 + sloppiness, random);
        double shear = slant + 0.06 * random.nextGaussian();
        double angle = rotation + 0.05 * random.nextGaussian();
        double width = widthRatio * Math.exp(0.10 * random.nextGaussian());
        // moves the waist of the digit up or down
        double waist = Math.exp(0.17 * random.nextGaussian());
        // makes the upper half wider than the lower one, or narrower
        double taper = 0.35 * variety * random.nextGaussian();
        double pen = radius * Math.exp(0.10 * random.nextGaussian());

        List<Stroke> strokes = new ArrayList<>();
        for (List<Skeleton.Curve> curves : skeleton.strokes()) {
            Spline spline = Spline.through(shaken(curves, random));
            elastic.displace(spline.x(), spline.y());
            for (int i = 0; i < spline.x().length; i++) {
                double y = Math.pow(Math.max(0, spline.y()[i]), waist) - 0.5;
                double x = (spline.x()[i] - 0.35) * width * Math.exp(-taper * y) - shear * y;
                spline.x()[i] = x * Math.cos(angle) - y * Math.sin(angle) + 0.35;
                spline.y()[i] = x * Math.sin(angle) + y * Math.cos(angle) + 0.5;
            }
            strokes.add(new Stroke(spline.x(), spline.y(), radii(spline.x().length, pen, random)));
        }
        return Glyph.of(strokes);
    }

    /** The control points moved a little; corners stay corners. */
    private List<Skeleton.Curve> shaken(List<Skeleton.Curve> curves, SplittableRandom random) {
        List<Skeleton.Curve> shaken = new ArrayList<>();
        double endX = 0;
        double endY = 0;
        for (Skeleton.Curve curve : curves) {
            double[] x = curve.x().clone();
            double[] y = curve.y().clone();
            for (int i = 0; i < x.length; i++) {
                boolean corner = i == 0 && !shaken.isEmpty();
                // a pen comes to its ends with less care
                double deviation = (i == x.length - 1 ? 1.6 : 1) * sloppiness;
                x[i] = corner ? endX : x[i] + deviation * random.nextGaussian();
                y[i] = corner ? endY : y[i] + deviation * random.nextGaussian();
            }
            endX = x[x.length - 1];
            endY = y[y.length - 1];
            shaken.add(new Skeleton.Curve(x, y));
        }
        return shaken;
    }

    /** Pressure swings slowly along the stroke and fades at its end. */
    private double[] radii(int points, double pen, SplittableRandom random) {
        double turns = random.nextDouble(0.3, 1.5);
        double phase = random.nextDouble();
        double fading = random.nextDouble(0.0, 0.5);
        double[] radii = new double[points];
        for (int i = 0; i < points; i++) {
            double t = (double) i / (points - 1);
            double swing = pressure * Math.sin(2 * Math.PI * (turns * t + phase));
            double fade = fading * Math.max(0, t - 0.8) / 0.2;
            radii[i] = pen * (1 + swing) * (1 - fade);
        }
        return radii;
    }
}
