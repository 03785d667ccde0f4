package numeral.network;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

/** Calls of the backend's operations by name. */
final class Native {
    private Native() {}

    static void run(String operation, INDArray[] inputs, INDArray[] outputs, int... settings) {
        Nd4j.exec(DynamicCustomOp.builder(operation)
                .addInputs(inputs)
                .addOutputs(outputs)
                .addIntegerArguments(settings)
                .build());
    }

    static INDArray[] arrays(INDArray... arrays) {
        return arrays;
    }

    /** The array, or a copy of it where it does not lie row by row in one piece. */
    static INDArray rowMajor(INDArray array, ArrayType memory, LayerWorkspaceMgr workspaces) {
        boolean isRowMajor = array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array);
        return isRowMajor ? array : workspaces.dup(memory, array, 'c');
    }
}
