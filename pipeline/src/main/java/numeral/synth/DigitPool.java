package numeral.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Labelled pictures of digits, such as MNIST's, to fill in forms with instead of drawn ones. */
public final class DigitPool implements Penman {
    private static final int SIDE = 28;
    /** Rows of the pen for each row of the picture. */
    private static final int FINER = 3;

    private static final double HALF_INK = 127.5;

    private final List<List<byte[]>> byLabel = IntStream.range(0, 10)
            .<List<byte[]>>mapToObj(label -> new ArrayList<>())
            .toList();

    /**
     * Adds one digit.
     *
     * @param image 784 unsigned bytes, row by row, 0 = paper, 255 = full ink; one without ink is left out
     * @param label 0 to 9
     */
    public void add(byte[] image, int label) {
        if (!trace(image).isEmpty()) {
            byLabel.get(label).add(image);
        }
    }

    /** Labels that no picture was added for. */
    public List<Integer> missing() {
        return IntStream.range(0, 10)
                .filter(label -> byLabel.get(label).isEmpty())
                .boxed()
                .toList();
    }

    @Override
    public Glyph write(int digit, double heightMm, SplittableRandom random) {
        List<byte[]> pictures = byLabel.get(digit);
        Glyph glyph = Glyph.of(trace(pictures.get(random.nextInt(pictures.size()))));
        return glyph.placed(heightMm / Math.max(glyph.height(), glyph.width()), 0, 0);
    }

    /** The ink as the rows that a fine pen would fill it with, in pixels of the picture. */
    private static List<Stroke> trace(byte[] image) {
        List<Stroke> rows = new ArrayList<>();
        // rows overlap, or paper would shine through between them
        double radius = 0.8 / FINER;
        double overlap = 0.3 / FINER;
        for (int row = 0; row < SIDE * FINER; row++) {
            double y = (row + 0.5) / FINER;
            double start = -1;
            for (int column = 0; column <= SIDE * FINER; column++) {
                double x = (column + 0.5) / FINER;
                boolean inked = ink(image, x, y) > HALF_INK;
                if (inked && start < 0) {
                    start = x + overlap;
                } else if (!inked && start >= 0) {
                    double end = Math.max(start, x - 1.0 / FINER - overlap);
                    rows.add(new Stroke(new double[] {start, end}, new double[] {y, y}, new double[] {radius, radius}));
                    start = -1;
                }
            }
        }
        return rows;
    }

    /** Bilinear between the centres of the pixels, paper all around. */
    private static double ink(byte[] image, double x, double y) {
        int left = (int) Math.floor(x - 0.5);
        int top = (int) Math.floor(y - 0.5);
        double right = x - 0.5 - left;
        double down = y - 0.5 - top;
        return (1 - down) * ((1 - right) * pixel(image, left, top) + right * pixel(image, left + 1, top))
                + down * ((1 - right) * pixel(image, left, top + 1) + right * pixel(image, left + 1, top + 1));
    }

    private static int pixel(byte[] image, int x, int y) {
        return x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : image[y * SIDE + x] & 0xFF;
    }
}
