package numeral.form;

/**
 * The long straight lines of a levelled thumbnail, apart by direction; text and handwriting are gone.
 *
 * @param toThumbnail from levelled to thumbnail pixels
 */
record LineMap(Bitmap horizontal, Bitmap vertical, Affine toThumbnail) {
    private static final double SHORTEST_MM = 5;

    /** Turns the thumbnail back by its skew and keeps runs of ink of 5 mm or more. */
    static LineMap of(Thumbnail thumbnail, double skewRadians) {
        Bitmap ink = thumbnail.ink();
        double cx = ink.width() / 2.0;
        double cy = ink.height() / 2.0;
        Affine toThumbnail = new Affine(1, 0, -cx, 0, 1, -cy)
                .then(Affine.rotation(skewRadians))
                .then(new Affine(1, 0, cx, 0, 1, cy));
        Bitmap level = new Bitmap(ink.width(), ink.height());
        for (int y = 0; y < level.height(); y++) {
            for (int x = 0; x < level.width(); x++) {
                int fromX = (int) Math.floor(toThumbnail.x(x + 0.5, y + 0.5));
                int fromY = (int) Math.floor(toThumbnail.y(x + 0.5, y + 0.5));
                if (ink.at(fromX, fromY)) {
                    level.ink()[y * level.width() + x] = 1;
                }
            }
        }
        int width = ink.width();
        return new LineMap(
                runs(level, width, 1, ink.height(), width, (int) (SHORTEST_MM * thumbnail.xPerMm())),
                runs(level, ink.height(), width, width, 1, (int) (SHORTEST_MM * thumbnail.yPerMm())),
                toThumbnail);
    }

    /** Runs along one axis of the ink smeared by a pixel across it, because a thin line that leans hops between rows. */
    private static Bitmap runs(Bitmap ink, int along, int alongStep, int across, int acrossStep, int shortest) {
        Bitmap kept = new Bitmap(ink.width(), ink.height());
        byte[] pixels = ink.ink();
        for (int j = 1; j < across - 1; j++) {
            int start = -1;
            for (int i = 0; i <= along; i++) {
                int at = j * acrossStep + i * alongStep;
                boolean dark = i < along && (pixels[at - acrossStep] | pixels[at] | pixels[at + acrossStep]) != 0;
                if (dark && start < 0) {
                    start = i;
                } else if (!dark && start >= 0) {
                    for (int k = start; k < i && i - start >= shortest; k++) {
                        kept.ink()[j * acrossStep + k * alongStep] = 1;
                    }
                    start = -1;
                }
            }
        }
        return kept;
    }
}
