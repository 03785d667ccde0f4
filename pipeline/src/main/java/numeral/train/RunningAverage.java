package numeral.train;

/** Exponential average of the parameters over averaging rounds. It begins as the first that it is given; with a decay of 0 it is the last. */
final class RunningAverage {
    private final double decay;
    private float[] mean;

    /** @param start average so far, empty where there is none */
    RunningAverage(double decay, float[] start) {
        this.decay = decay;
        this.mean = start;
    }

    void add(float[] parameters) {
        if (mean.length == 0 || decay == 0) {
            mean = parameters;
            return;
        }
        float[] next = new float[mean.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = (float) (decay * mean[i] + (1 - decay) * parameters[i]);
        }
        mean = next;
    }

    float[] mean() {
        return mean;
    }
}
