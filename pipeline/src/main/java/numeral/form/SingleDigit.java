package numeral.form;

import java.util.Optional;
import java.util.OptionalInt;
import numeral.form.page.Bitmap;
import numeral.form.page.Components;
import numeral.form.page.Raster;
import numeral.form.page.Shading;
import numeral.form.page.Threshold;

/** Finds the one digit on an image that holds nothing else: a cut-out, a photograph, or an MNIST-like picture of either polarity. */
public final class SingleDigit {
    /** Specks smaller than this share of the largest component are dirt. */
    private static final double DIRT = 0.05;

    private SingleDigit() {}

    /**
     * The normalised digit, as {@link DigitNormaliser} makes it; empty where the image is of one tone.
     *
     * <p>Uneven light is taken off the paper. What fills more of the image's border is paper. Straight lines along a border and a frame around the digit
     * are printed, and left out.
     */
    public static Optional<byte[]> normalised(Raster photograph) {
        Raster image = Shading.evened(photograph);
        OptionalInt found = Threshold.of(image);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int threshold = found.getAsInt();
        boolean darkInk = borderIsLight(image, threshold);
        Bitmap ink = new Bitmap(image.width(), image.height());
        for (int i = 0; i < image.grey().length; i++) {
            boolean dark = (image.grey()[i] & 0xff) <= threshold;
            ink.ink()[i] = (byte) (dark == darkInk ? 1 : 0);
        }
        return Optional.of(DigitNormaliser.normalise(tones(image, ink, darkInk), image.width(), image.height()));
    }

    private static boolean borderIsLight(Raster image, int threshold) {
        int width = image.width();
        int height = image.height();
        int light = 0;
        int border = 0;
        for (int y = 0; y < height; y++) {
            boolean whole = y == 0 || y == height - 1;
            for (int x = 0; x < width; x += whole || width == 1 ? 1 : width - 1) {
                border++;
                light += (image.grey()[y * width + x] & 0xff) > threshold ? 1 : 0;
            }
        }
        return 2 * light > border;
    }

    /** Darkness of the ink pixels, 255 the full contrast of the image; dirt is paper, and what is printed. */
    private static byte[] tones(Raster image, Bitmap ink, boolean darkInk) {
        Components components = Components.of(ink);
        boolean[] kept = written(components, image.width(), image.height());
        byte[] tones = new byte[image.grey().length];
        for (int i = 0; i < tones.length; i++) {
            if (kept[components.labels()[i]]) {
                int grey = image.grey()[i] & 0xff;
                tones[i] = (byte) Math.max(1, darkInk ? 255 - grey : grey);
            }
        }
        return tones;
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
