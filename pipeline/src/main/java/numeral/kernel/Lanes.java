package numeral.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Images side by side. A block holds {@link #COUNT} images of {@code [pixels, channels]} as {@code [pixels, stride, COUNT]}: the same value of all its
 * images is one pair of vectors. The stride is the number of channels rounded up to a multiple of four; what is added is zero.
 */
public final class Lanes {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int VECTOR = SPECIES.length();
    /** Images of a block: two vectors of them. */
    public static final int COUNT = 2 * VECTOR;

    private Lanes() {}

    static int bits() {
        return SPECIES.vectorBitSize();
    }

    /** Channels of a block for the channels of an image: a single one stays single. */
    public static int stride(int channels) {
        return channels == 1 ? 1 : (channels + 3) / 4 * 4;
    }

    /** Adds so many floats, a multiple of {@link #COUNT}, to others. */
    static void add(float[] source, int from, float[] target, int to, int length) {
        for (int i = 0; i < length; i += VECTOR) {
            FloatVector.fromArray(SPECIES, target, to + i)
                    .add(FloatVector.fromArray(SPECIES, source, from + i))
                    .intoArray(target, to + i);
        }
    }

    /**
     * Fills a block; lanes without an image are zero.
     *
     * @param rows images after one another, [images, pixels, channels]
     * @param images 1 to {@link #COUNT}
     */
    public static void interleave(float[] rows, int images, int channels, float[] block) {
        int stride = stride(channels);
        int pixels = block.length / COUNT / stride;
        if (images < COUNT || stride > channels) {
            Arrays.fill(block, 0);
        }
        if (images == COUNT) {
            interleave(rows, pixels, channels, stride, block);
            return;
        }
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int lane = 0; lane < images; lane++) {
                int from = (lane * pixels + pixel) * channels;
                int to = pixel * stride * COUNT + lane;
                for (int channel = 0; channel < channels; channel++) {
                    block[to + channel * COUNT] = rows[from + channel];
                }
            }
        }
    }

    /** With an image in every lane, each pair of vectors is gathered from all of them. */
    private static void interleave(float[] rows, int pixels, int channels, int stride, float[] block) {
        int size = pixels * channels;
        int[] images = multiples(size);
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int channel = 0; channel < channels; channel++) {
                int from = pixel * channels + channel;
                int to = (pixel * stride + channel) * COUNT;
                FloatVector.fromArray(SPECIES, rows, from, images, 0).intoArray(block, to);
                FloatVector.fromArray(SPECIES, rows, from + VECTOR * size, images, 0)
                        .intoArray(block, to + VECTOR);
            }
        }
    }

    /** Takes the images out of a block again: the way back of {@link #interleave}. */
    public static void deinterleave(float[] block, int images, int channels, float[] rows) {
        int stride = stride(channels);
        int pixels = block.length / COUNT / stride;
        int[] values = multiples(COUNT);
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int lane = 0; lane < images; lane++) {
                int to = (lane * pixels + pixel) * channels;
                int from = pixel * stride * COUNT + lane;
                int channel = 0;
                for (; channel + VECTOR <= channels; channel += VECTOR) {
                    FloatVector.fromArray(SPECIES, block, from + channel * COUNT, values, 0)
                            .intoArray(rows, to + channel);
                }
                for (; channel < channels; channel++) {
                    rows[to + channel] = block[from + channel * COUNT];
                }
            }
        }
    }

    /** The first multiples of a number, from zero on, one for each place of a vector. */
    private static int[] multiples(int number) {
        return IntStream.range(0, VECTOR).map(i -> i * number).toArray();
    }
}
