package numeral.network;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Bulk copies between the Java heap and a CPU array of floats that lies in one piece, row by row. */
final class HeapCopy {
    private HeapCopy() {}

    static void read(INDArray source, float[] target) {
        read(source, 0, target, target.length);
    }

    static void read(INDArray source, long from, float[] target, int length) {
        at(source, from).get(target, 0, length);
    }

    static void write(float[] source, INDArray target) {
        write(source, target, 0, source.length);
    }

    static void write(float[] source, INDArray target, long from, int length) {
        at(target, from).put(source, 0, length);
    }

    private static FloatPointer at(INDArray array, long from) {
        return new FloatPointer((FloatPointer) array.data().pointer()).position(array.offset() + from);
    }
}
