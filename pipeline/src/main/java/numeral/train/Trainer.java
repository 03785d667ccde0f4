package numeral.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.util.function.Consumer;
import numeral.network.ModelFile;
import numeral.network.Networks;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Trains a network on labelled digits by parameter averaging over Spark's workers. */
public final class Trainer {
    private final JavaSparkContext spark;
    private final TrainPlan plan;
    private final String run;

    /** A trainer for one run. Workers that the plan leaves open become as many as Spark runs at once. */
    public Trainer(SparkSession session, TrainPlan plan, String run) {
        this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        this.plan = plan.workers() > 0 ? plan : plan.withWorkers(spark.defaultParallelism());
        this.run = run;
    }

    /**
     * Trains a fresh network.
     *
     * @param digits rows with key, image, label and writer, as in the table {@code digits}
     * @param progress told of each epoch when it is done
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
     * @param progress told of each epoch when it is done
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
        JavaRDD<Shard> training = Shards.of(digits, split, false, plan.workers());
        JavaRDD<Shard> validation = Shards.of(digits, split, true, plan.workers());
        try {
            spark.setJobDescription("train: divide the examples");
            Summary trained = Summary.of(training);
            Summary kept = Summary.of(validation);
            if (trained.examples() == 0) {
                throw new IllegalArgumentException(
                        "nothing to train on: " + kept.examples() + " examples, all of them in the validation part");
            }
            String id = id(trained.digest() + 31 * kept.digest(), parent);
            EpochLoop loop = new EpochLoop(spark, plan, new EpochLoop.Labels(id, run), training, validation);
            return loop.run(network, kept.examples(), progress);
        } finally {
            spark.setJobDescription(null);
            training.unpersist();
            validation.unpersist();
        }
    }

    private String id(long data, String parent) {
        String origin = String.join("\n", plan.toJson(), Long.toHexString(data), parent, run);
        return plan.network() + "-" + ModelFile.sha256(origin.getBytes(UTF_8)).substring(0, 12);
    }

    private record Summary(long examples, long digest) implements Serializable {
        static Summary of(JavaRDD<Shard> shards) {
            return shards.map(shard -> new Summary(shard.size(), shard.digest()))
                    .reduce((a, b) -> new Summary(a.examples + b.examples, a.digest + b.digest));
        }
    }
}
