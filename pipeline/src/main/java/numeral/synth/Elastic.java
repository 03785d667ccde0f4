package numeral.synth;

import java.util.SplittableRandom;

/** A smooth displacement of the plane: a few long waves of random direction and phase. */
final class Elastic {
    private static final int WAVES = 3;

    private final double[] kx = new double[WAVES];
    private final double[] ky = new double[WAVES];
    private final double[] phase = new double[WAVES];
    private final double[] ax = new double[WAVES];
    private final double[] ay = new double[WAVES];

    /** @param amplitude standard deviation of the displacement, with the digit's height as unit */
    Elastic(double amplitude, SplittableRandom random) {
        for (int wave = 0; wave < WAVES; wave++) {
            kx[wave] = 2 * Math.PI * random.nextDouble(-1.3, 1.3);
            ky[wave] = 2 * Math.PI * random.nextDouble(-1.1, 1.1);
            phase[wave] = 2 * Math.PI * random.nextDouble();
            ax[wave] = amplitude * random.nextGaussian() * Math.sqrt(2.0 / WAVES);
            ay[wave] = amplitude * random.nextGaussian() * Math.sqrt(2.0 / WAVES);
        }
    }

    void displace(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            double dx = 0;
            double dy = 0;
            for (int wave = 0; wave < WAVES; wave++) {
                double height = Math.sin(kx[wave] * x[i] + ky[wave] * y[i] + phase[wave]);
                dx += ax[wave] * height;
                dy += ay[wave] * height;
            }
            x[i] += dx;
            y[i] += dy;
        }
    }
}
