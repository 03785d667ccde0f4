package numeral.train;

import java.util.SplittableRandom;

/** Changes 28 x 28 images at random: the pen first, then the shape of the writing, then what is printed around it and the scanner's noise. */
final class Augmenter {
    static final int SIDE = 28;

    private final Augmentation limits;
    private final SplittableRandom random;
    private final float[] ink = new float[SIDE * SIDE];
    private final Pen pen = new Pen();
    private final Warp warp = new Warp();
    private final Coarse coarse = new Coarse();

    Augmenter(Augmentation limits, long seed) {
        this.limits = limits;
        this.random = new SplittableRandom(seed);
    }

    /** Writes the changed image of a digit as ink in 0 to 1 to {@code target} from {@code offset} on. */
    void apply(byte[] image, int digit, float[] target, int offset) {
        for (int pixel = 0; pixel < image.length; pixel++) {
            ink[pixel] = (image[pixel] & 0xff) / 255f;
        }
        if (limits.equals(Augmentation.NONE)) {
            System.arraycopy(ink, 0, target, offset, ink.length);
            return;
        }
        if (limits.thicknessPx() > 0) {
            pen.thicken(ink, symmetric(limits.thicknessPx()));
        }
        if (limits.fade() > 0) {
            Pen.fade(ink, random.nextDouble() * limits.fade());
        }
        warp.draw(limits.of(digit), random);
        warp.apply(ink, target, offset);
        if (limits.coarseShare() > 0 && random.nextDouble() < limits.coarseShare()) {
            coarse.apply(target, offset, limits.coarsePx(), random);
        }
        if (limits.residueShare() > 0 && random.nextDouble() < limits.residueShare()) {
            LineResidue.draw(target, offset, random);
        }
        if (limits.noise() > 0) {
            Noise.add(target, offset, random.nextDouble() * limits.noise(), random);
        }
    }

    private double symmetric(double limit) {
        return (2 * random.nextDouble() - 1) * limit;
    }
}
