package numeral.train;

import java.util.Arrays;
import java.util.List;
import numeral.network.Networks;
import numeral.network.Softmax;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Counts loss and accuracy of minibatches from the logits of the very pass that trains them. */
final class TallyListener extends BaseTrainingListener {
    private Tally tally = Tally.ZERO;

    Tally tally() {
        return tally;
    }

    @Override
    public void onForwardPass(Model model, List<INDArray> activations) {
        float[] logits = rows(activations.get(activations.size() - 1));
        float[] labels = rows(((MultiLayerNetwork) model).getLabels());
        double loss = 0;
        long correct = 0;
        int rows = labels.length / Networks.CLASSES;
        for (int row = 0; row < rows; row++) {
            int from = row * Networks.CLASSES;
            float[] rowLogits = Arrays.copyOfRange(logits, from, from + Networks.CLASSES);
            int label = Softmax.argmax(Arrays.copyOfRange(labels, from, from + Networks.CLASSES));
            loss += Softmax.loss(rowLogits, label, 1);
            correct += Softmax.argmax(rowLogits) == label ? 1 : 0;
        }
        tally = tally.plus(new Tally(rows, loss, correct));
    }

    /** The values row by row, whatever the order in memory. */
    private static float[] rows(INDArray matrix) {
        return matrix.dup('c').data().asFloat();
    }
}
