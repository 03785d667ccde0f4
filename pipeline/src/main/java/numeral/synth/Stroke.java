package numeral.synth;

/**
 * One stroke of a pen as a chain of discs.
 *
 * @param x centres
 * @param y centres, down
 * @param radius of the ink at each centre, in the same unit
 */
record Stroke(double[] x, double[] y, double[] radius) {

    int points() {
        return x.length;
    }

    /** The same stroke, larger by a factor and then moved. */
    Stroke placed(double scale, double dx, double dy) {
        double[] newX = new double[points()];
        double[] newY = new double[points()];
        double[] newRadius = new double[points()];
        for (int i = 0; i < points(); i++) {
            newX[i] = x[i] * scale + dx;
            newY[i] = y[i] * scale + dy;
            newRadius[i] = radius[i] * scale;
        }
        return new Stroke(newX, newY, newRadius);
    }
}
