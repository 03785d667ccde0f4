package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import numeral.form.page.Bitmap;
import numeral.form.page.Box;
import org.junit.jupiter.api.Test;

class CrossingStrokeTest {
    private static final Box FIELD = new Box(0, 0, 30, 8);

    /** Blots of ink, from a few to many. */
    private static FieldWindow window(Random random) {
        Bitmap ink = new Bitmap(301, 80);
        int blots = random.nextInt(40);
        for (int blot = 0; blot < blots; blot++) {
            int left = random.nextInt(280);
            int top = random.nextInt(76);
            for (int at = 0; at < 80; at++) {
                ink.ink()[(top + at % 4) * 301 + left + at / 4] = 1;
            }
        }
        return new FieldWindow(ink, 0, 0, 10);
    }

    @Test
    void whatIsShorterThanAskedForMayBeGivenAsNone() {
        Random random = new Random(9);
        int longer = 0;
        int none = 0;
        for (int i = 0; i < 500; i++) {
            FieldWindow window = window(random);
            double length = CrossingStroke.lengthMm(window, FIELD, -1);
            double asked = CrossingStroke.lengthMm(window, FIELD, 5);
            if (length > 5) {
                longer++;
                assertThat(asked).isEqualTo(length);
            } else {
                none += asked == 0 ? 1 : 0;
                assertThat(asked).isIn(0.0, length);
            }
        }
        assertThat(longer).isGreaterThan(50);
        assertThat(none).isGreaterThan(50);
    }
}
