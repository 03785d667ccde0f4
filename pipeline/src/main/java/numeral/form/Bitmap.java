package numeral.form;

/** Ink or paper: one byte a pixel, row by row, 1 = ink. */
record Bitmap(int width, int height, byte[] ink) {

    Bitmap(int width, int height) {
        this(width, height, new byte[width * height]);
    }

    boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && ink[y * width + x] != 0;
    }

    long area() {
        long area = 0;
        for (byte pixel : ink) {
            area += pixel;
        }
        return area;
    }
}
