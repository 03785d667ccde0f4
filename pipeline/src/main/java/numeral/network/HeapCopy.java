package numeral.network;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Bulk copies between the Java heap and a CPU array of floats that lies in one piece, row by row. */
final class HeapCopy {
    private HeapCopy() {}

    static void read(INDArray source, long from, float[] target) {
        at(source, from).get(target);
    }

    static void write(float[] source, INDArray target, long from) {
        at(target, from).put(source);
    }

    static void write(float[] source, INDArray target) {
        write(source, target, 0);
    }

    private static FloatPointer at(INDArray array, long from) {
        return new FloatPointer((FloatPointer) array.data().pointer()).position(array.offset() + from);
    }
}
