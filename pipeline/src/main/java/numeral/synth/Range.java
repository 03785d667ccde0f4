package numeral.synth;

import com.typesafe.config.Config;
import java.util.List;
import java.util.SplittableRandom;

/** Two bounds to draw between. */
record Range(double low, double high) {
    Range {
        if (!(low < high)) {
            throw new IllegalArgumentException("range: expected low below high, found " + low + " and " + high);
        }
    }

    static Range of(Config config, String path) {
        List<Double> bounds = config.getDoubleList(path);
        return new Range(bounds.get(0), bounds.get(1));
    }

    double draw(SplittableRandom random) {
        return random.nextDouble(low, high);
    }
}
