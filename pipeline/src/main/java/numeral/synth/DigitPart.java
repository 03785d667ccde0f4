package numeral.synth;

import java.util.SplittableRandom;
import numeral.form.DigitNormaliser;

/**
 * An endless, repeatable sequence of digits. Parts of different names have nothing in common, and no writer either.
 *
 * @param firstWriter number of the first writer
 */
record DigitPart(long seed, String name, int firstWriter, DigitSettings settings) {
    private static final int CANVAS_PX = 64;
    private static final double GLYPH_PX = 56;
    private static final double ROUGHNESS = 0.16;

    SynthDigit digit(long index) {
        int writer = Math.toIntExact(index / settings.digitsPerWriter());
        Hand hand = Hand.of(settings.variety(), Seeds.stream(seed, name + " writer", writer));
        SplittableRandom random = Seeds.stream(seed, name + " digit", index);
        int label = random.nextInt(10);
        return new SynthDigit(image(hand.write(label, random), random), label, firstWriter + writer);
    }

    /** Drawn large, made black and white as the scans behind MNIST were, then normalised. */
    private static byte[] image(Glyph glyph, SplittableRandom random) {
        double scale = GLYPH_PX / Math.max(glyph.width(), glyph.height());
        double margin = (CANVAS_PX - GLYPH_PX) / 2;
        Ink ink = new Ink(CANVAS_PX, CANVAS_PX);
        ink.draw(
                glyph.placed(scale, margin - glyph.left() * scale, margin - glyph.top() * scale)
                        .strokes(),
                1);
        byte[] bilevel = new byte[CANVAS_PX * CANVAS_PX];
        for (int i = 0; i < bilevel.length; i++) {
            float coverage = ink.coverage()[i];
            if (coverage > 0 && coverage + ROUGHNESS * random.nextGaussian() > 0.5) {
                bilevel[i] = (byte) 255;
            }
        }
        return DigitNormaliser.normalise(bilevel, CANVAS_PX, CANVAS_PX);
    }
}
