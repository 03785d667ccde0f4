package numeral.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * The learning rate, epoch by epoch.
 *
 * @param peak the highest rate
 * @param decay how it goes on from there
 * @param epochs epochs that the decay is spread over
 */
public record LearningRate(double peak, Decay decay, int epochs) {
    /** Share of the epochs in which the rate rises, for one cycle. */
    private static final double RISE = 0.25;
    /** Rate of the first epoch as a share of the peak, for one cycle. */
    private static final double START = 0.1;

    public LearningRate {
        List<String> problems = new ArrayList<>();
        if (!(peak > 0)) {
            problems.add("learning-rate is " + peak + ", expected more than 0");
        }
        if (epochs < 1) {
            problems.add("epochs are " + epochs + ", expected 1 or more");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** How the learning rate changes. */
    public enum Decay {
        /** Stays at the peak. */
        CONSTANT,
        /** Falls evenly, towards 0 after the last epoch. */
        LINEAR,
        /** Falls along half a cosine, towards 0 after the last epoch (Loshchilov and Hutter 2017). */
        COSINE,
        /** Rises evenly for a quarter of the epochs, then falls along half a cosine (Smith and Topin 2019). */
        ONE_CYCLE;

        /** Name in the configuration: {@code one-cycle} for {@link #ONE_CYCLE}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The decay of that name; throws IllegalArgumentException that lists the names there are. */
        public static Decay of(String label) {
            return Stream.of(values())
                    .filter(decay -> decay.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("decay is '" + label + "', expected one of "
                            + Stream.of(values()).map(Decay::label).collect(Collectors.joining(", "))));
        }
    }

    /** The rate of an epoch, counted from 0. */
    double at(int epoch) {
        double done = (double) epoch / epochs;
        return switch (decay) {
            case CONSTANT -> peak;
            case LINEAR -> peak * (1 - done);
            case COSINE -> peak * cosine(done);
            case ONE_CYCLE ->
                done < RISE ? peak * (START + (1 - START) * done / RISE) : peak * cosine((done - RISE) / (1 - RISE));
        };
    }

    /** As DeepLearning4J takes it. */
    ISchedule schedule() {
        if (decay == Decay.CONSTANT) {
            return new FixedSchedule(peak);
        }
        // PolySchedule of DeepLearning4J M2.1 grows where it should fall, and there is none along a cosine
        MapSchedule.Builder rates = new MapSchedule.Builder(ScheduleType.EPOCH);
        for (int epoch = 0; epoch < epochs; epoch++) {
            rates.add(epoch, at(epoch));
        }
        return rates.build();
    }

    private static double cosine(double done) {
        return (1 + Math.cos(Math.PI * done)) / 2;
    }
}
