package numeral.tune;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.List;

/**
 * The section {@code numeral.tune} of the configuration: successive halving (Jamieson and Talwalkar, "Non-stochastic best arm identification and
 * hyperparameter optimization", AISTATS 2016). With one rung it is plain random search.
 *
 * @param trials trials of the first rung
 * @param rungs times that trials are compared
 * @param reduction of so many trials one goes on to the next rung, for so many times the epochs
 * @param firstEpochs epochs of the first rung
 * @param seed seed of the draws
 */
public record TuneSettings(int trials, int rungs, int reduction, int firstEpochs, long seed) {
    private static final int MOST_EPOCHS = 10_000;

    public TuneSettings {
        List<String> problems = new ArrayList<>();
        atLeast(1, "trials", trials, problems);
        atLeast(1, "rungs", rungs, problems);
        atLeast(2, "reduction", reduction, problems);
        atLeast(1, "first-epochs", firstEpochs, problems);
        if (problems.isEmpty() && firstEpochs * Math.pow(reduction, rungs - 1) > MOST_EPOCHS) {
            problems.add("numeral.tune: the last of " + rungs + " rungs has more than " + MOST_EPOCHS
                    + " epochs; expected fewer rungs, a smaller reduction or fewer first-epochs");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** Reads the section of a whole configuration; throws IllegalArgumentException listing every value out of range, one a line. */
    public static TuneSettings from(Config config) {
        Config tune = config.getConfig("numeral.tune");
        return new TuneSettings(
                tune.getInt("trials"),
                tune.getInt("rungs"),
                tune.getInt("reduction"),
                tune.getInt("first-epochs"),
                tune.getLong("seed"));
    }

    /** Epochs of a rung, which counts from 0. */
    int epochs(int rung) {
        return (int) (firstEpochs * Math.pow(reduction, rung));
    }

    /** How many of the trials of one rung may go on to the next. */
    int survivors(int trials) {
        return (trials + reduction - 1) / reduction;
    }

    private static void atLeast(int least, String key, int value, List<String> problems) {
        if (value < least) {
            problems.add("numeral.tune." + key + ": expected " + least + " or more, found " + value);
        }
    }
}
