package numeral.train;

import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;
import numeral.InputRefused;
import numeral.network.ModelFile;
import numeral.network.Networks;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Trains a network on labelled digits by parameter averaging over Spark's workers; keeps a checkpoint after each epoch. */
public final class Trainer {
    private final JavaSparkContext spark;
    private final TrainPlan plan;
    private final String run;
    private final Checkpoints checkpoints;
    /** Model whose checkpoint training goes on from; empty for a start of its own. */
    private final String resumed;

    /** A trainer for one run. Workers that the plan leaves open become as many as Spark runs at once. */
    public Trainer(SparkSession session, TrainPlan plan, String run, Checkpoints checkpoints) {
        this(JavaSparkContext.fromSparkContext(session.sparkContext()), plan, run, checkpoints, "");
    }

    private Trainer(JavaSparkContext spark, TrainPlan plan, String run, Checkpoints checkpoints, String resumed) {
        this.spark = spark;
        this.plan = plan.averaging().workers() > 0 ? plan : plan.withWorkers(spark.defaultParallelism());
        this.run = run;
        this.checkpoints = checkpoints;
        this.resumed = resumed;
    }

    /**
     * The same trainer, which goes on from the checkpoint of a model. Plan, data, parent and run must be those that the checkpoint comes from; training
     * fails with {@link InputRefused} where they are not, naming what differs, or where there is no such checkpoint.
     */
    public Trainer resuming(String model) {
        return new Trainer(spark, plan, run, checkpoints, model);
    }

    /**
     * Trains a fresh network.
     *
     * @param digits rows with key, image, label and writer, as in the table {@code digits}
     * @param progress told of each epoch when it is done and its checkpoint kept
     * @throws IllegalArgumentException where the training part is empty
     */
    public Trained train(Dataset<Row> digits, Consumer<EpochRow> progress) {
        return train(digits, Networks.create(plan.networkSettings()), "", progress);
    }

    /**
     * Trains on from the parameters of a parent model, with the learning rate and the optimiser starting afresh.
     *
     * @param digits rows with key, image, label and writer, as in the table {@code digits}
     * @param parent model file whose network has the shape that the plan asks for
     * @param progress told of each epoch when it is done and its checkpoint kept
     * @throws IllegalArgumentException where the training part is empty or the parent has another shape
     */
    public Trained retrain(Dataset<Row> digits, byte[] parent, Consumer<EpochRow> progress) {
        MultiLayerNetwork network = Networks.create(plan.networkSettings());
        ModelFile.Opened old = ModelFile.read(parent);
        boolean sameShape =
                old.card().network().equals(plan.network()) && old.network().numParams() == network.numParams();
        if (!sameShape) {
            throw new IllegalArgumentException(
                    "the parent model is a " + old.card().network() + " with "
                            + old.network().numParams() + " parameters, the plan a " + plan.network() + " with "
                            + network.numParams() + ": set numeral.train.network and hidden to the parent's");
        }
        network.params().assign(old.network().params());
        return train(digits, network, ModelFile.sha256(parent), progress);
    }

    private Trained train(Dataset<Row> digits, MultiLayerNetwork network, String parent, Consumer<EpochRow> progress) {
        Split split = new Split(plan.validationFraction(), plan.seed());
        JavaRDD<Shard> training =
                Shards.of(digits, split, false, plan.averaging().workers());
        JavaRDD<Shard> validation =
                Shards.of(digits, split, true, plan.averaging().workers());
        try {
            spark.setJobDescription("train: divide the examples");
            Summary trained = Summary.of(training);
            Summary kept = Summary.of(validation);
            if (trained.examples() == 0) {
                throw new IllegalArgumentException(
                        "nothing to train on: " + kept.examples() + " examples, all of them in the validation part");
            }
            String data = Long.toHexString(trained.digest() + 31 * kept.digest());
            Origin origin =
                    new Origin(run, plan.network(), plan.toJson(), trained.examples() + kept.examples(), data, parent);
            int minibatches = (trained.largest() + plan.batchSize() - 1) / plan.batchSize();
            EpochLoop.Parts parts = new EpochLoop.Parts(training, validation, minibatches, kept.examples());
            return new EpochLoop(spark, plan, parts, network, start(origin, network)).run(checkpoint -> {
                checkpoints.keep(checkpoint);
                progress.accept(checkpoint.lastRow());
            });
        } finally {
            spark.setJobDescription(null);
            training.unpersist();
            validation.unpersist();
        }
    }

    private Checkpoint start(Origin origin, MultiLayerNetwork network) {
        if (resumed.isEmpty()) {
            return Checkpoint.start(origin, Weights.of(network));
        }
        Checkpoint checkpoint = checkpoints.find(resumed);
        List<String> differences = checkpoint.origin().differencesTo(origin);
        if (!differences.isEmpty()) {
            throw new InputRefused(differences.stream()
                    .map(difference -> "checkpoint " + resumed + ": " + difference)
                    .toList());
        }
        return checkpoint;
    }

    private record Summary(long examples, int largest, long digest) implements Serializable {
        static Summary of(JavaRDD<Shard> shards) {
            return shards.map(shard -> new Summary(shard.size(), shard.size(), shard.digest()))
                    .reduce((a, b) ->
                            new Summary(a.examples + b.examples, Math.max(a.largest, b.largest), a.digest + b.digest));
        }
    }
}
