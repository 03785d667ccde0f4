package numeral.network;

/** A way to compute logits. For one thread at a time. */
sealed interface Inference extends AutoCloseable permits LaneInference, NativeInference {
    /** Ten logits for each image of 784 bytes; an image gets the same ones in any company. */
    float[][] logits(byte[][] images);

    /** Frees what is not on the Java heap. */
    @Override
    void close();
}
