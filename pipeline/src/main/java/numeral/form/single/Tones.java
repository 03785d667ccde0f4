package numeral.form.single;

import java.util.Optional;
import java.util.OptionalInt;
import numeral.form.page.Raster;

/**
 * The tones of a small image of writing.
 *
 * @param threshold the lightest grey of its dark part
 * @param darkInk whether the dark part is ink and the light one paper; the other way round where it is not
 * @param paper the median of the paper's grey
 */
record Tones(int threshold, boolean darkInk, int paper) {
    /** What fills more of the image's border is paper. Empty where the image is of one tone. */
    static Optional<Tones> of(Raster image) {
        Histogram histogram = new Histogram(image);
        OptionalInt found = Threshold.of(histogram);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int threshold = found.getAsInt();
        boolean darkInk = borderIsLight(image, threshold);
        long dark = 0;
        for (int grey = 0; grey <= threshold; grey++) {
            dark += histogram.count(grey);
        }
        double share = (double) dark / histogram.pixels();
        return Optional.of(new Tones(threshold, darkInk, histogram.grey(darkInk ? (1 + share) / 2 : share / 2)));
    }

    /** Whether a grey is ink. */
    boolean isInk(int grey) {
        return grey <= threshold == darkInk;
    }

    /** How far a grey lies from the paper's on the side of ink, from 0. */
    int fromPaper(int grey) {
        return Math.max(0, darkInk ? paper - grey : grey - paper);
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
                light += image.grey(x, y) > threshold ? 1 : 0;
            }
        }
        return 2 * light > border;
    }
}
