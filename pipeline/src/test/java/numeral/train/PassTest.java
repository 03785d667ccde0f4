package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Iterator;
import numeral.InputRefused;
import numeral.network.Networks;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;

class PassTest {
    private static final TrainPlan PLAN =
            Plans.with("network = mlp", "hidden = 8", "dropout = 0.5", "batch-size = 8", Plans.NO_AUGMENTATION);

    private static Iterator<DataSet> minibatches(int examples) {
        byte[][] images = new byte[examples][Networks.PIXELS];
        for (byte[] image : images) {
            Arrays.fill(image, Networks.PIXELS / 2, Networks.PIXELS, (byte) 200);
        }
        Shard shard = new Shard(images, new byte[examples], 0);
        return new Minibatches(shard, PLAN, new Minibatches.Place(0, 0, 1, 0));
    }

    @Test
    void countsAndTakesTheTime() {
        Pass pass = new Pass(Networks.create(PLAN.networkSettings()), "here", 1);
        pass.train(minibatches(20));
        assertThat(pass.tally().examples()).isEqualTo(20);
        assertThat(pass.time().dataNanos()).isPositive();
        assertThat(pass.time().computeNanos()).isPositive();
    }

    @Test
    void dropoutFollowsTheSeed() {
        assertThat(trained(1)).containsExactly(trained(1)).isNotEqualTo(trained(2));
    }

    private static float[] trained(long seed) {
        MultiLayerNetwork network = Networks.create(PLAN.networkSettings());
        new Pass(network, "here", seed).train(minibatches(20));
        return Weights.of(network).parameters();
    }

    @Test
    void weightsThatTheLossDoesNotShowAreRefusedToo() {
        MultiLayerNetwork network = Networks.create(PLAN.networkSettings());
        Pass pass = new Pass(network, "round 7, worker 3", 1);
        Iterator<DataSet> minibatches = minibatches(20);
        pass.train(minibatches.next());
        // of a weight whose input is blank in all images
        network.getUpdater().getStateViewArray().putScalar(0, Float.NaN);
        assertThatThrownBy(() -> pass.train(minibatches))
                .isInstanceOf(InputRefused.class)
                .hasMessage("training diverged: the sum of the weights is NaN in round 7, worker 3, minibatch 2;"
                        + " try a lower numeral.train.learning-rate");
    }
}
