package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import numeral.LocalSpark;
import numeral.network.ModelFile;
import numeral.network.Networks;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTrainingTest {
    @TempDir
    Path directory;

    @Test
    void equalsOneWorkerThatAveragesOnceAnEpoch() {
        TrainPlan plan = Plans.with(
                "network = mlp",
                "hidden = 16",
                "epochs = 3",
                "batch-size = 16",
                "validation-fraction = 0",
                "averaging { workers = 1, frequency = 1000 }");
        Dataset<Row> digits = TinyDigits.rows(LocalSpark.session(), 100, 2);
        Checkpoints checkpoints = new Checkpoints(directory.toUri().toString(), new Configuration());
        Trained trained = new Trainer(LocalSpark.session(), plan, "run", checkpoints).train(digits, row -> {});

        MultiLayerNetwork fresh = Networks.create(plan.networkSettings());
        NetworkState start = new NetworkState(fresh.getLayerWiseConfigurations().toJson(), Weights.of(fresh), 0);
        Shard shard = Shards.of(digits, new Split(0, plan.seed()), false, 1).first();
        NetworkState half = LocalTraining.train(start, shard, plan, 1);
        NetworkState end = LocalTraining.train(half, shard, plan, 2);

        assertThat(end.epoch()).isEqualTo(3);
        float[] expected =
                ModelFile.read(trained.modelFile()).network().params().data().asFloat();
        assertThat(Arrays.mismatch(end.weights().parameters(), expected)).isEqualTo(-1);
    }
}
