package numeral.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One way of spoiling a digit image at one strength: a pure function of the image and a seed. The kinds are those of handwriting and scanning, after
 * Mu and Gilmer, "MNIST-C: a robustness benchmark for computer vision" (2019).
 *
 * @param strength 1, hardly to be seen, to {@value #STRENGTHS}, hard on a human reader
 */
public record Corruption(Kind kind, int strength) {
    /** Strengths of each kind. */
    public static final int STRENGTHS = 5;

    /** What is done to the image; the figures are those of strength 1, others are multiples of them. */
    public enum Kind {
        /** Gaussian noise, standard deviation 16 of 255. */
        NOISE,
        /** Gaussian blur, standard deviation 0.3 pixels. */
        BLUR,
        /** Rotation by 6 degrees to either side. */
        ROTATION,
        /** Horizontal shear by 0.12 to either side. */
        SHEAR,
        /** 8 % larger or smaller. */
        SCALE,
        /** Ink 15 % fainter. */
        CONTRAST,
        /** One piece of a printed line near the border. */
        LINE_RESIDUE;

        /** Name in metrics, for example {@code line-residue}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Corruption {
        if (strength < 1 || strength > STRENGTHS) {
            throw new IllegalArgumentException(
                    "corruption " + kind.label() + ": strength is " + strength + ", expected 1 to " + STRENGTHS);
        }
    }

    /** Every kind at every strength. */
    public static List<Corruption> all() {
        return Arrays.stream(Kind.values())
                .flatMap(kind ->
                        IntStream.rangeClosed(1, STRENGTHS).mapToObj(strength -> new Corruption(kind, strength)))
                .toList();
    }

    /** Kind and strength, for example {@code noise/3}. */
    public String label() {
        return kind.label() + "/" + strength;
    }

    /**
     * The spoilt image; the same image and seed give the same bytes.
     *
     * @param image 784 unsigned bytes, row by row, 0 = paper, 255 = full ink; left as it is
     */
    public byte[] apply(byte[] image, long seed) {
        Raster ink = new Raster(image);
        var random = new SplittableRandom(seed + label().hashCode());
        double side = random.nextBoolean() ? strength : -strength;
        return switch (kind) {
            case NOISE -> ink.map(value -> value + 16 * strength * random.nextGaussian());
            case BLUR -> ink.blurred(0.3 * strength);
            case ROTATION -> ink.turned(Math.toRadians(6 * side));
            case SHEAR -> ink.transformed(1, 0.12 * side, 0, 1);
            case SCALE -> ink.transformed(1 / (1 + 0.08 * side), 0, 0, 1 / (1 + 0.08 * side));
            case CONTRAST -> ink.map(value -> value * (1 - 0.15 * strength));
            case LINE_RESIDUE -> ink.withLines(strength, random);
        };
    }
}
