package numeral.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    /** 8 of ten ones read right, two as sevens; five of six sevens right, one as a two; no other digit occurs. */
    private static ConfusionMatrix onesAndSevens() {
        var counts = new long[10][10];
        counts[1][1] = 8;
        counts[1][7] = 2;
        counts[7][7] = 5;
        counts[7][2] = 1;
        return ConfusionMatrix.of(counts);
    }

    @Test
    void countsByTruthAndReading() {
        var matrix = onesAndSevens();

        assertThat(matrix.n()).isEqualTo(16);
        assertThat(matrix.correct()).isEqualTo(13);
        assertThat(matrix.occurrences(7)).isEqualTo(6);
        assertThat(matrix.readings(7)).isEqualTo(7);
        assertThat(matrix.count(1, 7)).isEqualTo(2);
        assertThat(matrix.count(7, 1)).isZero();
    }

    @Test
    void scoresEachDigit() {
        var matrix = onesAndSevens();

        assertThat(matrix.accuracy()).isEqualTo(13 / 16.0);
        assertThat(matrix.precision(1)).isEqualTo(1.0);
        assertThat(matrix.recall(1)).isEqualTo(0.8);
        assertThat(matrix.f1(1)).isEqualTo(16 / 18.0);
        assertThat(matrix.precision(7)).isEqualTo(5 / 7.0);
        assertThat(matrix.recall(7)).isEqualTo(5 / 6.0);
        assertThat(matrix.f1(7)).isEqualTo(10 / 13.0);
    }

    @Test
    void scoresWithoutDenominatorAreZero() {
        var matrix = onesAndSevens();

        assertThat(matrix.precision(2)).as("read once, never occurred").isZero();
        assertThat(matrix.recall(2)).as("never occurred").isZero();
        assertThat(matrix.precision(0)).as("never read").isZero();
        assertThat(matrix.f1(0)).isZero();
    }

    @Test
    void macroAveragesTakeTheDigitsSeen() {
        var matrix = onesAndSevens();

        assertThat(matrix.precisionMacro()).isCloseTo((1.0 + 0 + 5 / 7.0) / 3, within(1e-15));
        assertThat(matrix.recallMacro()).isCloseTo((0.8 + 0 + 5 / 6.0) / 3, within(1e-15));
        assertThat(matrix.f1Macro()).isCloseTo((16 / 18.0 + 0 + 10 / 13.0) / 3, within(1e-15));
    }

    @Test
    void keepsItsOwnCopy() {
        var counts = new long[10][10];
        counts[0][0] = 1;
        var matrix = ConfusionMatrix.of(counts);

        counts[0][0] = 99;

        assertThat(matrix.n()).isEqualTo(1);
    }

    @Test
    void refusesWrongShapesAndCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(new long[2][3]))
                .withMessage("confusion matrix: expected 10 rows of 10 counts, found [3, 3]");
        var negative = new long[10][10];
        negative[4][9] = -1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(negative))
                .withMessage("confusion matrix: count of 4 read as 9 is -1, expected 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(new long[10][10]))
                .withMessage("confusion matrix: no examples, expected at least one");
    }
}
