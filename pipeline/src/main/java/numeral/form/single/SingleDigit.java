package numeral.form.single;

import java.util.Optional;
import numeral.form.DigitNormaliser;
import numeral.form.page.Bitmap;
import numeral.form.page.Components;
import numeral.form.page.Raster;

/** Finds the one digit on an image that holds nothing else: a cut-out, a photograph, or an MNIST-like picture of either polarity. */
public final class SingleDigit {
    /** Specks smaller than this share of the largest component are dirt. */
    private static final double DIRT = 0.05;

    private SingleDigit() {}

    /**
     * The normalised digit, as {@link DigitNormaliser} makes it; empty where the image is of one tone.
     *
     * <p>Uneven light is taken off the paper, and softness off a digit of few pixels or out of focus. What fills more of the image's border is paper. Straight lines along a border and a frame around the digit
     * are printed, and left out.
     */
    public static Optional<byte[]> normalised(Raster photograph) {
        Raster image = Shading.evened(Replication.undone(photograph));
        return Tones.of(image).map(tones -> normalised(image, tones));
    }

    private static byte[] normalised(Raster image, Tones tones) {
        Bitmap ink = new Bitmap(image.width(), image.height());
        for (int i = 0; i < image.grey().length; i++) {
            ink.ink()[i] = (byte) (tones.isInk(image.grey()[i] & 0xff) ? 1 : 0);
        }
        Components components = Components.of(ink);
        boolean[] kept = written(components, image.width(), image.height());
        Raster digit = Focus.sharpened(Coverage.of(image, tones, components, kept));
        return DigitNormaliser.normalise(digit.grey(), digit.width(), digit.height());
    }

    /** Whether each label is of the digit; all but dirt where nothing else than lines would be left out. */
    private static boolean[] written(Components components, int width, int height) {
        PrintedLines printed = new PrintedLines(components, width, height);
        boolean[] kept = new boolean[components.count() + 1];
        int largest = 0;
        int largestWritten = 0;
        for (int label = 1; label <= components.count(); label++) {
            kept[label] = !printed.contains(label);
            largest = Math.max(largest, components.area(label));
            largestWritten = Math.max(largestWritten, kept[label] ? components.area(label) : 0);
        }
        boolean onlyLines = largestWritten < DIRT * largest;
        int least = onlyLines ? largest : largestWritten;
        for (int label = 1; label <= components.count(); label++) {
            kept[label] = (kept[label] || onlyLines) && components.area(label) >= DIRT * least;
        }
        return kept;
    }
}
