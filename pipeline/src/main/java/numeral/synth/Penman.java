package numeral.synth;

import java.util.SplittableRandom;

/** Where written digits come from. */
sealed interface Penman permits Penman.Drawn, DigitPool {

    /** The digit with its ink of about the given height, in millimetres. */
    Glyph write(int digit, double heightMm, SplittableRandom random);

    /** A hand of the stroke model; its pen is equally thick at any size. */
    record Drawn(Hand hand, double penRadiusMm) implements Penman {
        private static final double LEAST_HEIGHT = 0.6;

        @Override
        public Glyph write(int digit, double heightMm, SplittableRandom random) {
            Glyph glyph = hand.withRadius(penRadiusMm / heightMm).write(digit, random);
            double scale = heightMm / Math.max(glyph.height(), LEAST_HEIGHT);
            return glyph.placed(scale, 0, 0);
        }
    }
}
