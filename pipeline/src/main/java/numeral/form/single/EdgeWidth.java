package numeral.form.single;

import numeral.form.page.Raster;

/** How wide the edges between ink and paper are: the sum of the slopes over the sum of their squares, times the contrast, which is the length of an even ramp. */
final class EdgeWidth {
    private EdgeWidth() {}

    /**
     * The width in pixels; of an edge that a Gaussian of standard deviation s has softened, 2 s √π.
     *
     * @param ink from 0, paper; not all of one tone
     */
    static double px(Raster ink) {
        double slopes = 0;
        double squares = 0;
        int contrast = 0;
        for (int y = 0; y < ink.height() - 1; y++) {
            for (int x = 0; x < ink.width() - 1; x++) {
                int here = ink.grey(x, y);
                double square = Math.pow(ink.grey(x + 1, y) - here, 2) + Math.pow(ink.grey(x, y + 1) - here, 2);
                slopes += Math.sqrt(square);
                squares += square;
                contrast = Math.max(contrast, here);
            }
        }
        return contrast * slopes / squares;
    }
}
