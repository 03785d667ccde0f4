package numeral.train;

/** Mean of vectors weighted by examples, summed in double precision in the order of adding. */
final class WeightedMean {
    private final double[] sum;
    private long weight;

    WeightedMean(long length) {
        this.sum = new double[Math.toIntExact(length)];
    }

    void add(float[] values, long examples) {
        if (values.length != sum.length) {
            throw new IllegalArgumentException("vector has " + values.length + " numbers, expected " + sum.length);
        }
        if (examples <= 0) {
            throw new IllegalArgumentException("weight is " + examples + " examples, expected more than 0");
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (double) values[i] * examples;
        }
        weight += examples;
    }

    float[] mean() {
        if (weight == 0) {
            throw new IllegalStateException("mean of nothing");
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / weight);
        }
        return mean;
    }
}
