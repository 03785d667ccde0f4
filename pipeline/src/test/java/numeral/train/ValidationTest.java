package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ValidationTest {
    @Test
    void tooMuchConfidenceDoesNotMakeAnEpochWorse() {
        Validation modest = validation(1);
        Validation sure = validation(4);

        assertThat(sure.tally(1).loss()).isGreaterThan(1.2 * modest.tally(1).loss());
        assertThat(sure.tally(sure.temperature()).loss())
                .isCloseTo(modest.tally(modest.temperature()).loss(), within(1e-6));
    }

    @Test
    void moreErrorsMakeAnEpochWorse() {
        Validation fewer = validation(1);
        byte[] labels = fewer.labels().clone();
        for (int i = 0; i < 20; i++) {
            labels[i] = (byte) ((labels[i] + 1) % 10);
        }
        Validation more = new Validation(fewer.logits(), labels);

        assertThat(more.tally(more.temperature()).loss())
                .isGreaterThan(fewer.tally(fewer.temperature()).loss());
    }

    /** A thousand examples, about a tenth of them misread. */
    private static Validation validation(float sureness) {
        SplittableRandom random = new SplittableRandom(5);
        float[][] logits = new float[1000][10];
        byte[] labels = new byte[logits.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) random.nextInt(10);
            int read = random.nextInt(10) == 0 ? random.nextInt(10) : labels[i];
            logits[i][read] = 5 * sureness;
        }
        return new Validation(logits, labels);
    }
}
