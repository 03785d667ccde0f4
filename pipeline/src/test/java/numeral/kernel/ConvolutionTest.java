package numeral.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionTest {
    private static final float CLOSE = 1e-4f;
    /** The last block is not full. */
    private static final int IMAGES = Lanes.COUNT - 3;

    private final Random random = new Random(5);

    static Stream<ConvolutionShape> shapes() {
        return Stream.of(
                new ConvolutionShape(8, 9, 1, 3, 3, 4, 2),
                new ConvolutionShape(7, 8, 1, 5, 5, 6, 1),
                new ConvolutionShape(8, 7, 4, 3, 2, 8, 2),
                new ConvolutionShape(7, 7, 3, 3, 3, 21, 2),
                new ConvolutionShape(6, 6, 5, 2, 3, 3, 1),
                new ConvolutionShape(4, 4, 6, 4, 4, 10, 1),
                new ConvolutionShape(9, 8, 9, 3, 3, 6, 2),
                new ConvolutionShape(6, 8, 8, 3, 3, 5, 1),
                new ConvolutionShape(9, 10, 8, 5, 5, 9, 2),
                new ConvolutionShape(8, 6, 11, 5, 5, 4, 1));
    }

    @Test
    void theTestsRunWithVectorInstructions() {
        assertThat(VectorInstructions.available()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void blocksGiveTheirImagesBack(ConvolutionShape shape) {
        for (int images : new int[] {1, IMAGES, Lanes.COUNT}) {
            float[] rows = random(images * shape.height() * shape.width() * shape.channels());
            float[] block = random(shape.inBlock());
            float[] back = new float[rows.length];

            Lanes.interleave(rows, images, shape.channels(), block);
            Lanes.deinterleave(block, images, shape.channels(), back);

            assertThat(back).isEqualTo(rows);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void anImageHasTheSamePlacesInAFullBlock(ConvolutionShape shape) {
        float[] rows = random(Lanes.COUNT * shape.height() * shape.width() * shape.channels());
        float[] full = random(shape.inBlock());
        float[] partial = random(shape.inBlock());

        Lanes.interleave(rows, Lanes.COUNT, shape.channels(), full);
        Lanes.interleave(rows, IMAGES, shape.channels(), partial);

        for (int i = 0; i < full.length; i++) {
            assertThat(partial[i]).isEqualTo(i % Lanes.COUNT < IMAGES ? full[i] : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void isTheSumOverEachPatchThenTheLargestOfEachWindow(ConvolutionShape shape) {
        PlainConvolution plain = new PlainConvolution(shape, random);
        float[] scale = random(shape.filters());
        float[] shift = random(shape.filters());
        for (boolean relu : new boolean[] {true, false}) {
            ConvolutionForward forward = new ConvolutionForward(shape, relu);
            forward.filters(plain.weights, plain.bias);
            float[] rows = random(IMAGES * plain.inSize());

            assertThat(forwards(forward, shape, rows, false)).containsExactly(plain.forward(rows, relu), within());
            assertThat(forwards(forward, shape, rows, true)).containsExactly(plain.forward(rows, relu), within());

            forward.affine(scale, shift);
            float[] expected = plain.affine(rows, scale, shift, relu);
            assertThat(forwards(forward, shape, rows, false)).containsExactly(expected, within());
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theWayBackIsThatOfEachWinner(ConvolutionShape shape) {
        PlainConvolution plain = new PlainConvolution(shape, random);
        ConvolutionForward forward = new ConvolutionForward(shape, true);
        ConvolutionBackward backward = new ConvolutionBackward(shape);
        forward.filters(plain.weights, plain.bias);
        backward.filters(plain.weights);
        float[] rows = random(2 * IMAGES * plain.inSize());
        float[] gradients = random(2 * IMAGES * plain.outSize());
        PlainConvolution.Gradients expected = plain.backward(rows, gradients);
        float[] inGradients = new float[rows.length];

        for (int block = 0; block < 2; block++) {
            float[] in = block(rows, block, plain.inSize(), shape.channels(), shape.inBlock());
            float[] gradient = block(gradients, block, plain.outSize(), shape.filters(), shape.outBlock());
            float[] winners = new float[shape.outBlock()];
            float[] inGradient = new float[shape.inBlock()];
            forward.apply(in, new float[shape.outBlock()], winners);
            backward.apply(in, gradient, winners, inGradient);
            float[] back = new float[IMAGES * plain.inSize()];
            Lanes.deinterleave(inGradient, IMAGES, shape.channels(), back);
            System.arraycopy(back, 0, inGradients, block * back.length, back.length);
        }

        float[] weights = new float[plain.weights.length];
        float[] bias = new float[plain.bias.length];
        backward.gradients(weights, bias);
        assertThat(weights).containsExactly(expected.weights(), within());
        assertThat(bias).containsExactly(expected.bias(), within());
        assertThat(backward.hasInputGradient()).isEqualTo(shape.channels() > 1);
        if (backward.hasInputGradient()) {
            assertThat(inGradients).containsExactly(expected.in(), within());
        }
    }

    private static float[] forwards(
            ConvolutionForward forward, ConvolutionShape shape, float[] rows, boolean training) {
        float[] in = new float[shape.inBlock()];
        float[] out = new float[shape.outBlock()];
        Lanes.interleave(rows, IMAGES, shape.channels(), in);
        if (training) {
            forward.apply(in, out, new float[shape.outBlock()]);
        } else {
            forward.apply(in, out);
        }
        float[] result = new float[IMAGES * shape.outHeight() * shape.outWidth() * shape.filters()];
        Lanes.deinterleave(out, IMAGES, shape.filters(), result);
        return result;
    }

    private static float[] block(float[] rows, int number, int size, int channels, int length) {
        float[] images = new float[IMAGES * size];
        System.arraycopy(rows, number * images.length, images, 0, images.length);
        float[] block = new float[length];
        Lanes.interleave(images, IMAGES, channels, block);
        return block;
    }

    private float[] random(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    private static Offset<Float> within() {
        return Offset.offset(CLOSE);
    }
}
