package numeral.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import numeral.InputRefused;
import numeral.tune.Trial.Failed;
import org.junit.jupiter.api.Test;

class TunerTest {
    private static final Config BASE = ConfigFactory.defaultReference();
    private static final SearchSpace SPACE =
            SearchSpace.parse("numeral.train.dropout { uniform = [0.1, 0.9] }, numeral.train.hidden { int = [1, 9] }");
    private static final TuneSettings SETTINGS = new TuneSettings(9, 3, 3, 2, 1);

    private final Tuner tuner = new Tuner(SETTINGS, SPACE, BASE);
    private final List<String> trained = Collections.synchronizedList(new ArrayList<>());
    private List<Trial> kept = List.of();

    /** The nearer dropout is to a half, the better. */
    private Score train(Config config) {
        double dropout = config.getDouble("numeral.train.dropout");
        trained.add(dropout + " for " + config.getInt("numeral.train.epochs"));
        return new Score(1 - Math.abs(dropout - 0.5), 0);
    }

    private Trial run(List<Trial> done) {
        return tuner.run(done, this::train, 2, trials -> kept = trials);
    }

    @Test
    void theBetterThirdGoesOnForThreeTimesTheEpochs() {
        Trial winner = run(List.of());

        Map<Integer, List<Trial>> rungs =
                kept.stream().collect(Collectors.groupingBy(Trial::rung, TreeMap::new, Collectors.toList()));
        assertThat(rungs.get(0)).hasSize(9).allMatch(trial -> trial.epochs() == 2);
        assertThat(rungs.get(1)).hasSize(3).allMatch(trial -> trial.epochs() == 6);
        assertThat(rungs.get(2)).hasSize(1).allMatch(trial -> trial.epochs() == 18);
        assertThat(rungs.get(2)).containsExactly(winner);
        Score best =
                rungs.get(0).stream().map(TunerTest::score).sorted().findFirst().orElseThrow();
        assertThat(score(winner)).isEqualTo(best);
    }

    private static Score score(Trial trial) {
        return ((Trial.Scored) trial.outcome()).score();
    }

    @Test
    void anInterruptedSearchDoesOnlyWhatIsMissing() {
        Trial winner = run(List.of());
        assertThat(trained).hasSize(13);
        List<Trial> all = kept;
        trained.clear();

        assertThat(run(all).trial()).isEqualTo(winner.trial());
        assertThat(trained).isEmpty();

        Trial again = run(all.subList(0, 10));
        assertThat(trained).hasSize(3);
        assertThat(again.settings()).isEqualTo(winner.settings());
    }

    @Test
    void aTrialThatFailsIsARowAndTheSearchGoesOn() {
        Trial winner = tuner.run(
                List.of(),
                config -> {
                    if (config.getInt("numeral.train.hidden") > 0) {
                        throw new InputRefused(List.of("training diverged"));
                    }
                    return train(config);
                },
                1,
                trials -> kept = trials);

        assertThat(winner.trial()).isZero();
        assertThat(winner.settings()).isEqualTo("{}");
        assertThat(kept).hasSize(11);
        assertThat(kept)
                .filteredOn(trial -> trial.outcome().equals(new Failed("training diverged")))
                .hasSize(8);
    }

    @Test
    void aSearchInWhichEveryTrialFailsIsRefused() {
        assertThatThrownBy(() -> tuner.run(
                        List.of(),
                        config -> {
                            throw new IllegalArgumentException("no such network");
                        },
                        2,
                        trials -> kept = trials))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("trial 0: no such network");
        assertThat(kept).hasSize(9);
    }

    @Test
    void aBrokenMachineEndsTheSearch() {
        assertThatThrownBy(() -> tuner.run(
                        List.of(),
                        config -> {
                            throw new IllegalStateException("executor lost");
                        },
                        2,
                        trials -> kept = trials))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("executor lost");
    }

    @Test
    void theFileOfTheWinnerIsAConfiguration() {
        Trial winner = run(List.of());

        Config file = ConfigFactory.parseString(tuner.file(winner));

        Config drawn = ConfigFactory.parseString(winner.settings());
        assertThat(file.root().keySet()).containsExactly("numeral");
        assertThat(file.getInt("numeral.train.epochs")).isEqualTo(18);
        assertThat(file.getDouble("numeral.train.dropout")).isEqualTo(drawn.getDouble("numeral.train.dropout"));
        assertThat(file.getString("numeral.train.network")).isEqualTo("cnn");
        assertThat(file.hasPath("numeral.train.workers")).isFalse();
    }

    @Test
    void anotherSpaceSettingOrConfigurationIsAnotherPlan() {
        SearchSpace other = SearchSpace.parse("numeral.train.dropout { uniform = [0.1, 0.8] }");
        Config mlp = ConfigFactory.parseString("numeral.train.network = mlp").withFallback(BASE);

        assertThat(List.of(
                        tuner.plan(),
                        new Tuner(SETTINGS, other, BASE).plan(),
                        new Tuner(new TuneSettings(9, 3, 3, 1, 1), SPACE, BASE).plan(),
                        new Tuner(SETTINGS, SPACE, mlp).plan()))
                .doesNotHaveDuplicates();
        assertThat(new Tuner(SETTINGS, SPACE, BASE).plan()).isEqualTo(tuner.plan());
    }

    @Test
    void settingsHaveDefaultsAndListEveryValueOutOfRange() {
        assertThat(TuneSettings.from(BASE)).isEqualTo(new TuneSettings(27, 3, 3, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TuneSettings(0, 1, 1, 1, 1))
                .withMessage(
                        """
                        numeral.tune.trials: expected 1 or more, found 0
                        numeral.tune.reduction: expected 2 or more, found 1""");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TuneSettings(27, 30, 3, 1, 1))
                .withMessageStartingWith("numeral.tune: the last of 30 rungs has more than 10000 epochs");
    }
}
