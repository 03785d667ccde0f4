package numeral.tune;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import numeral.InputRefused;
import numeral.tune.Trial.Failed;
import numeral.tune.Trial.Outcome;
import numeral.tune.Trial.Scored;

/**
 * Random search with successive halving. Each rung trains its trials from the first weights on, with their whole learning rate schedule, so that they can
 * be compared and no network has to be kept between rungs.
 */
public final class Tuner {
    private final TuneSettings settings;
    private final SearchSpace space;
    private final Config base;

    /** @param base effective configuration, which each trial lays its settings over */
    public Tuner(TuneSettings settings, SearchSpace space, Config base) {
        this.settings = settings;
        this.space = space;
        this.base = base;
    }

    /** All that decides the trials, as text; where it is the same, trials of an interrupted search count. */
    public String plan() {
        return settings + "\n" + space + "\n" + render(common(base), ConfigRenderOptions.concise());
    }

    /**
     * Runs what is not done yet.
     *
     * @param done trials of an interrupted search of the same plan
     * @param training trains with a configuration and tells the score; called by several threads at once; throws InputRefused,
     *     IllegalArgumentException or ConfigException where the settings lead nowhere, which fails the trial but not the search
     * @param parallel trials in training at a time
     * @param keep told of all trials so far whenever one more has ended, by one thread at a time
     * @return the winner: the best trial of the last rung
     * @throws InputRefused where every trial of a rung failed
     */
    public Trial run(List<Trial> done, Function<Config, Score> training, int parallel, Consumer<List<Trial>> keep) {
        List<Trial> trials = new ArrayList<>(done);
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        try {
            List<Integer> contestants =
                    IntStream.range(0, settings.trials()).boxed().toList();
            Trial best = null;
            for (int rung = 0; rung < settings.rungs(); rung++) {
                train(open(rung, contestants, trials), rung, training, threads, trial -> {
                    synchronized (trials) {
                        trials.add(trial);
                        keep.accept(List.copyOf(trials));
                    }
                });
                List<Trial> ranked = ranked(rung, trials);
                contestants = ranked.stream()
                        .limit(settings.survivors(contestants.size()))
                        .map(Trial::trial)
                        .toList();
                best = ranked.get(0);
            }
            return best;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The configuration of a trial as a file for {@code --config}: all of its training but what belongs to the workers. */
    public String file(Trial winner) {
        ConfigRenderOptions legible = ConfigRenderOptions.defaults()
                .setOriginComments(false)
                .setComments(false)
                .setJson(false);
        Config section = common(configuration(winner.trial(), winner.epochs()))
                .withValue(key("epochs"), ConfigValueFactory.fromAnyRef(winner.epochs()));
        return render(section, legible);
    }

    private static List<Integer> open(int rung, List<Integer> contestants, List<Trial> trials) {
        return contestants.stream()
                .filter(number -> trials.stream().noneMatch(t -> t.rung() == rung && t.trial() == number))
                .toList();
    }

    /** Returns when all are trained. The thread of a trial hands it over itself, while nothing runs in its place. */
    private void train(
            List<Integer> open,
            int rung,
            Function<Config, Score> training,
            ExecutorService threads,
            Consumer<Trial> ended) {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int number : open) {
            tasks.add(() -> {
                ended.accept(trial(number, rung, training));
                return null;
            });
        }
        try {
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while trials were in training", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a trial could not be trained", e.getCause());
        }
    }

    private Trial trial(int number, int rung, Function<Config, Score> training) {
        int epochs = settings.epochs(rung);
        long start = System.nanoTime();
        Outcome outcome;
        try {
            outcome = new Scored(training.apply(configuration(number, epochs)));
        } catch (InputRefused | IllegalArgumentException | ConfigException e) {
            outcome = new Failed(e.getMessage());
        }
        String drawn = space.draw(settings.seed(), number).root().render(ConfigRenderOptions.concise());
        return new Trial(number, rung, drawn, epochs, outcome, (System.nanoTime() - start) / 1e9);
    }

    /** The scored trials of a rung, the best first; of equal ones the one drawn first. */
    private static List<Trial> ranked(int rung, List<Trial> trials) {
        List<Trial> scored = trials.stream()
                .filter(trial -> trial.rung() == rung && trial.outcome() instanceof Scored)
                .sorted(Comparator.comparing(Tuner::score).thenComparing(Trial::trial))
                .toList();
        if (scored.isEmpty()) {
            List<String> reasons = trials.stream()
                    .filter(trial -> trial.outcome() instanceof Failed)
                    .map(trial -> "trial " + trial.trial() + ": " + ((Failed) trial.outcome()).reason())
                    .toList();
            throw new InputRefused(reasons);
        }
        return scored;
    }

    private static Score score(Trial trial) {
        return ((Scored) trial.outcome()).score();
    }

    private Config configuration(int trial, int epochs) {
        return space.draw(settings.seed(), trial)
                .withValue(key("epochs"), ConfigValueFactory.fromAnyRef(epochs))
                .withFallback(base);
    }

    /** The section that is searched, without what the rungs set or a trial does not need. */
    private static Config common(Config config) {
        Config section = config.withOnlyPath(SearchSpace.SECTION);
        for (String fixed : List.of("epochs", "workers", "rounds-per-epoch", "patience")) {
            section = section.withoutPath(key(fixed));
        }
        return section;
    }

    private static String render(Config config, ConfigRenderOptions options) {
        return config.root().render(options);
    }

    private static String key(String setting) {
        return SearchSpace.SECTION + "." + setting;
    }
}
