package numeral.form.page;

import java.util.Arrays;

/**
 * Fits the map from template millimetres to page pixels to what was seen on the page, by least squares with Tukey's biweight against features
 * that are something else. Each observation says that a template point lies on a line across the page.
 */
public final class AffineFit {
    private static final int UNKNOWNS = 6;
    private static final int COLUMNS = 6;
    private static final int ROUNDS = 8;
    private static final double TUKEY = 4.685;

    private final double floorMm;
    private double[] rows = new double[64 * COLUMNS];
    private int count;

    /** @param floorMm spread below which no observation is taken for an outlier */
    public AffineFit(double floorMm) {
        this.floorMm = floorMm;
    }

    /** The template point was seen somewhere on the line through {@code (xPx, yPx)} whose unit normal is {@code (nx, ny)}. */
    public void line(double xMm, double yMm, double xPx, double yPx, double nx, double ny) {
        add(xMm, yMm, nx, ny, nx * xPx + ny * yPx, 1);
    }

    /** The template point was seen here. */
    public void point(double xMm, double yMm, double xPx, double yPx) {
        add(xMm, yMm, 1, 0, xPx, 1);
        add(xMm, yMm, 0, 1, yPx, 1);
    }

    /** Holds the map back at a template point where the map {@code prior} puts it. */
    public void anchor(Affine prior, double xMm, double yMm, double weight) {
        add(xMm, yMm, 1, 0, prior.x(xMm, yMm), -weight);
        add(xMm, yMm, 0, 1, prior.y(xMm, yMm), -weight);
    }

    /** A negative weight marks an anchor, which is neither counted nor ever an outlier. */
    private void add(double xMm, double yMm, double nx, double ny, double target, double weight) {
        if (rows.length < (count + 1) * COLUMNS) {
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
        int at = count++ * COLUMNS;
        rows[at] = xMm;
        rows[at + 1] = yMm;
        rows[at + 2] = nx;
        rows[at + 3] = ny;
        rows[at + 4] = target;
        rows[at + 5] = weight;
    }

    /**
     * @param residualMm root mean square distance of the inliers
     * @param inlierShare share of the observations that the map explains; 0 where there are none
     */
    public record Result(Affine mmToPx, double residualMm, double inlierShare) {}

    /** Starts from {@code start}, whose scale also turns pixels into millimetres. */
    public Result solve(Affine start) {
        Affine map = start;
        double cut = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            double[] errors = errorsMm(map);
            cut = TUKEY * Math.max(floorMm, 1.4826 * medianSize(errors));
            map = step(map, errors, cut);
        }
        double[] errors = errorsMm(map);
        double sum = 0;
        int seen = 0;
        int inliers = 0;
        for (int i = 0; i < count; i++) {
            if (rows[i * COLUMNS + 5] > 0) {
                seen++;
                if (Math.abs(errors[i]) < cut) {
                    inliers++;
                    sum += errors[i] * errors[i];
                }
            }
        }
        return new Result(map, inliers == 0 ? 0 : Math.sqrt(sum / inliers), seen == 0 ? 0 : (double) inliers / seen);
    }

    private double[] errorsMm(Affine map) {
        double[] errors = new double[count];
        for (int i = 0; i < count; i++) {
            int at = i * COLUMNS;
            double nx = rows[at + 2];
            double ny = rows[at + 3];
            double px = nx * map.x(rows[at], rows[at + 1]) + ny * map.y(rows[at], rows[at + 1]) - rows[at + 4];
            errors[i] = px / map.scaleAlong(nx, ny);
        }
        return errors;
    }

    private double medianSize(double[] errors) {
        double[] sizes = new double[count];
        int seen = 0;
        for (int i = 0; i < count; i++) {
            if (rows[i * COLUMNS + 5] > 0) {
                sizes[seen++] = Math.abs(errors[i]);
            }
        }
        Arrays.sort(sizes, 0, seen);
        return seen == 0 ? 0 : sizes[seen / 2];
    }

    private Affine step(Affine map, double[] errors, double cut) {
        double[][] normal = new double[UNKNOWNS][UNKNOWNS + 1];
        double[] row = new double[UNKNOWNS];
        for (int i = 0; i < count; i++) {
            int at = i * COLUMNS;
            double weight = rows[at + 5];
            if (weight > 0) {
                double u = errors[i] / cut;
                weight = Math.abs(u) < 1 ? (1 - u * u) * (1 - u * u) : 0;
            } else {
                weight = -weight;
            }
            double scale = map.scaleAlong(rows[at + 2], rows[at + 3]);
            weight /= scale * scale;
            row[0] = rows[at + 2] * rows[at];
            row[1] = rows[at + 2] * rows[at + 1];
            row[2] = rows[at + 2];
            row[3] = rows[at + 3] * rows[at];
            row[4] = rows[at + 3] * rows[at + 1];
            row[5] = rows[at + 3];
            for (int r = 0; r < UNKNOWNS; r++) {
                for (int c = 0; c < UNKNOWNS; c++) {
                    normal[r][c] += weight * row[r] * row[c];
                }
                normal[r][UNKNOWNS] += weight * row[r] * rows[at + 4];
            }
        }
        double[] p = eliminate(normal);
        return p == null ? map : new Affine(p[0], p[1], p[2], p[3], p[4], p[5]);
    }

    /** Gauss with pivots; null where the observations leave a direction free. */
    private static double[] eliminate(double[][] m) {
        for (int c = 0; c < UNKNOWNS; c++) {
            int pivot = c;
            for (int r = c + 1; r < UNKNOWNS; r++) {
                if (Math.abs(m[r][c]) > Math.abs(m[pivot][c])) {
                    pivot = r;
                }
            }
            if (Math.abs(m[pivot][c]) < 1e-9) {
                return null;
            }
            double[] swapped = m[c];
            m[c] = m[pivot];
            m[pivot] = swapped;
            for (int r = 0; r < UNKNOWNS; r++) {
                double factor = r == c ? 0 : m[r][c] / m[c][c];
                for (int k = c; k <= UNKNOWNS && factor != 0; k++) {
                    m[r][k] -= factor * m[c][k];
                }
            }
        }
        double[] solution = new double[UNKNOWNS];
        for (int i = 0; i < UNKNOWNS; i++) {
            solution[i] = m[i][UNKNOWNS] / m[i][i];
        }
        return solution;
    }
}
