package numeral.network;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.config.Adam;

/** Adam's step piece by piece on the Java heap, each piece in the processor's cache and in a loop that the JVM turns into vector instructions. */
final class FusedAdamUpdater extends AdamUpdater {
    private static final int PIECE = 8192;

    private final float[] gradients = new float[PIECE];
    private final float[] means = new float[PIECE];
    private final float[] squares = new float[PIECE];

    FusedAdamUpdater(Adam settings) {
        super(settings);
    }

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
        if (gradient.dataType() != DataType.FLOAT || gradient.elementWiseStride() != 1 || !FastPath.isCpu()) {
            super.applyUpdater(gradient, iteration, epoch);
            return;
        }
        Adam settings = getConfig();
        double young1 = 1 - Math.pow(settings.getBeta1(), iteration + 1.0);
        double young2 = 1 - Math.pow(settings.getBeta2(), iteration + 1.0);
        float rate = (float) (settings.getLearningRate(iteration, epoch) * Math.sqrt(young2) / young1);
        for (long first = 0; first < gradient.length(); first += PIECE) {
            int length = (int) Math.min(PIECE, gradient.length() - first);
            HeapCopy.read(gradient, first, gradients, length);
            HeapCopy.read(getM(), first, means, length);
            HeapCopy.read(getV(), first, squares, length);
            step(length, (float) settings.getBeta1(), (float) settings.getBeta2(), rate, (float) settings.getEpsilon());
            HeapCopy.write(gradients, gradient, first, length);
            HeapCopy.write(means, getM(), first, length);
            HeapCopy.write(squares, getV(), first, length);
        }
    }

    /** Leaves what is to be subtracted from the parameters in the gradient's place. */
    private void step(int length, float beta1, float beta2, float rate, float epsilon) {
        for (int i = 0; i < length; i++) {
            float gradient = gradients[i];
            float mean = beta1 * means[i] + (1 - beta1) * gradient;
            float square = beta2 * squares[i] + (1 - beta2) * gradient * gradient;
            means[i] = mean;
            squares[i] = square;
            gradients[i] = rate * mean / ((float) Math.sqrt(square) + epsilon);
        }
    }
}
