package numeral.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import numeral.measure.Corruption.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CorruptionTest {
    private static final byte[] SEVEN = seven();

    /** A bar at the top, a stroke down from its right end. */
    private static byte[] seven() {
        byte[] image = new byte[784];
        for (int x = 8; x < 20; x++) {
            image[6 * 28 + x] = (byte) 240;
            image[7 * 28 + x] = (byte) 240;
        }
        for (int y = 8; y < 23; y++) {
            image[y * 28 + 18] = (byte) 240;
            image[y * 28 + 19] = (byte) 240;
        }
        return image;
    }

    static List<Corruption> all() {
        return Corruption.all();
    }

    private static long distance(byte[] a, byte[] b) {
        return IntStream.range(0, a.length)
                .mapToLong(i -> Math.abs((a[i] & 0xff) - (b[i] & 0xff)))
                .sum();
    }

    private static long ink(byte[] image) {
        return distance(image, new byte[784]);
    }

    @Test
    void sevenKindsAtFiveStrengths() {
        assertThat(all()).hasSize(35).doesNotHaveDuplicates();
        assertThat(all()).extracting(Corruption::label).contains("noise/1", "line-residue/5");
    }

    @ParameterizedTest
    @MethodSource("all")
    void changesACopyAndDependsOnTheSeedAlone(Corruption corruption) {
        byte[] original = SEVEN.clone();

        byte[] once = corruption.apply(SEVEN, 3);

        assertThat(SEVEN).isEqualTo(original);
        assertThat(once).hasSize(784).isNotEqualTo(SEVEN).isEqualTo(corruption.apply(SEVEN, 3));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aHigherStrengthChangesMore(Kind kind) {
        double[] changes = IntStream.rangeClosed(1, Corruption.STRENGTHS)
                .mapToDouble(strength -> IntStream.range(0, 200)
                        .mapToLong(seed -> distance(SEVEN, new Corruption(kind, strength).apply(SEVEN, seed)))
                        .average()
                        .orElseThrow())
                .toArray();

        assertThat(changes).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void turnsToBothSides() {
        var quarter = new Raster(SEVEN).turned(Math.PI / 2);
        var back = new Raster(quarter).turned(-Math.PI / 2);

        assertThat(quarter).isNotEqualTo(SEVEN);
        assertThat(back).isEqualTo(SEVEN);
        assertThat(IntStream.range(0, 20)
                        .mapToObj(seed -> Arrays.hashCode(new Corruption(Kind.ROTATION, 5).apply(SEVEN, seed)))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void faintInkIsAShareOfTheInk() {
        assertThat(ink(new Corruption(Kind.CONTRAST, 4).apply(SEVEN, 1))).isEqualTo(ink(SEVEN) * 4 / 10);
    }

    @Test
    void blurKeepsTheInk() {
        assertThat((double) ink(new Corruption(Kind.BLUR, 3).apply(SEVEN, 1)))
                .isBetween(0.99 * ink(SEVEN), 1.01 * ink(SEVEN));
    }

    @Test
    void linesLeaveTheMiddleAlone() {
        byte[] lined = new Corruption(Kind.LINE_RESIDUE, 5).apply(new byte[784], 9);

        assertThat(ink(lined)).isPositive();
        for (int y = 5; y < 23; y++) {
            for (int x = 5; x < 23; x++) {
                assertThat(lined[y * 28 + x]).isZero();
            }
        }
    }

    @Test
    void refusesOtherStrengthsAndImages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Corruption(Kind.LINE_RESIDUE, 6))
                .withMessage("corruption line-residue: strength is 6, expected 1 to 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Corruption(Kind.NOISE, 1).apply(new byte[10], 1))
                .withMessage("image has 10 bytes, expected 784 (28 x 28)");
    }
}
