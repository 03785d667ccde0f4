package numeral.train;

import java.io.Serializable;

/**
 * One worker's share of the examples, as bytes: nothing of it lives outside the Java heap, so that Spark may keep, move and rebuild it freely.
 *
 * @param images 784 unsigned bytes each
 * @param labels the digit of each image
 * @param digest hash over keys, images and labels that does not depend on their order
 */
record Shard(byte[][] images, byte[] labels, long digest) implements Serializable {
    int size() {
        return labels.length;
    }
}
