package numeral.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What every layer of our own has to hold, in a network of four classes. */
final class LayerChecks {
    private static final int CLASSES = 4;

    private LayerChecks() {}

    /** Two networks with the same weights give the same output, loss and gradients. */
    static void assertSame(MultiLayerNetwork ours, MultiLayerNetwork stock, INDArray input) {
        stock.setParams(ours.params().dup());
        assertClose(ours.output(input), stock.output(input));
        for (MultiLayerNetwork network : new MultiLayerNetwork[] {ours, stock}) {
            network.setInput(input);
            network.setLabels(labels(input));
            network.computeGradientAndScore();
        }
        assertThat(ours.score()).isCloseTo(stock.score(), within(1e-5));
        assertClose(ours.getFlattenedGradients(), stock.getFlattenedGradients());
    }

    /** The gradients of a network in double precision are those of finite differences. */
    static void assertGradients(Function<DataType, MultiLayerNetwork> network, Function<DataType, INDArray> input) {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        try {
            INDArray rows = input.apply(DataType.DOUBLE);
            assertThat(GradientCheckUtil.checkGradients(
                            network.apply(DataType.DOUBLE), 1e-6, 1e-5, 1e-8, false, true, rows, labels(rows)))
                    .isTrue();
        } finally {
            Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
        }
    }

    private static INDArray labels(INDArray input) {
        INDArray labels = Nd4j.zeros(input.dataType(), input.size(0), CLASSES);
        for (int i = 0; i < input.size(0); i++) {
            labels.putScalar(i, i % CLASSES, 1);
        }
        return labels;
    }

    private static void assertClose(INDArray actual, INDArray expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.sub(expected).amaxNumber().doubleValue()).isLessThan(1e-5);
    }
}
