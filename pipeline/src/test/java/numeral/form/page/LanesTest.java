package numeral.form.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lanes say of runs is what the bitmap's pixels say, near the line that they were made for and far from it. */
class LanesTest {
    private final Random random = new Random(11);

    /** Runs across of any length, many of them longer than a word. */
    private Bitmap bitmap(int width, int height, boolean horizontal) {
        Bitmap bitmap = new Bitmap(width, height);
        int along = horizontal ? width : height;
        int across = horizontal ? height : width;
        for (int i = 0; i < along; i++) {
            int j = random.nextInt(9);
            while (j < across) {
                int end = Math.min(across, j + 1 + random.nextInt(random.nextBoolean() ? 5 : 90));
                for (; j < end; j++) {
                    bitmap.ink()[horizontal ? j * width + i : i * width + j] = 1;
                }
                j += 1 + random.nextInt(random.nextBoolean() ? 5 : 90);
            }
        }
        return bitmap;
    }

    @ParameterizedTest
    @CsvSource({
        "70, 150, true, 75, 0, 70",
        "70, 150, false, 30, 0, 999",
        "41, 40, true, 12, 3, 40",
        "41, 40, false, 12, 3, 40",
        "150, 64, true, 900, 20, 133",
        "150, 200, false, -20, 20, 133",
        "9, 200, true, 199, 2, 3"
    })
    void runsAreThoseOfTheBitmap(int width, int height, boolean horizontal, double middle, int start, int end) {
        Bitmap bitmap = bitmap(width, height, horizontal);
        Lanes lanes = new Lanes(bitmap, horizontal, middle, start, end);
        for (int i = start; i < Math.min(end, lanes.along()); i++) {
            for (int j = 0; j < lanes.across(); j++) {
                boolean ink = bitmap.ink()[lanes.index(i, j)] == 1;
                int next = next(bitmap, lanes, i, j, 1);
                int limit = j + random.nextInt(lanes.across() - j + 1);
                assertThat(lanes.nextInk(i, j, limit))
                        .as("next of %d, %d", i, j)
                        .isEqualTo(Math.min(limit, next));
                if (ink) {
                    int first = j;
                    while (first > 0 && bitmap.ink()[lanes.index(i, first - 1)] == 1) {
                        first--;
                    }
                    assertThat(lanes.runStart(i, j)).as("start of %d, %d", i, j).isEqualTo(first);
                    assertThat(lanes.runEnd(i, j)).as("end of %d, %d", i, j).isEqualTo(next(bitmap, lanes, i, j, 0));
                }
            }
        }
    }

    private static int next(Bitmap bitmap, Lanes lanes, int i, int from, int value) {
        int j = from;
        while (j < lanes.across() && bitmap.ink()[lanes.index(i, j)] != value) {
            j++;
        }
        return j;
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "true, 7", "false, 30"})
    void thinIsWhatLiesInShortRuns(boolean horizontal, int longest) {
        Bitmap bitmap = bitmap(130, 130, horizontal);
        Lanes lanes = new Lanes(bitmap, horizontal, 65, 0, 130);
        for (int i = 0; i < 130; i++) {
            int from = random.nextInt(60);
            int to = from + 1 + random.nextInt(64);
            long thin = lanes.thin(i, from, to, longest);
            for (int j = from; j < to; j++) {
                boolean ink = bitmap.ink()[lanes.index(i, j)] == 1;
                boolean expected = ink && lanes.runEnd(i, j) - lanes.runStart(i, j) <= longest;
                assertThat((thin >>> (j - from) & 1) == 1).as("%d, %d", i, j).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whatIsSetIsSeenAndIsInTheBitmap(boolean horizontal) {
        Bitmap bitmap = new Bitmap(100, 100);
        Lanes lanes = new Lanes(bitmap, horizontal, 50, 10, 90);
        lanes.set(20, 5, 95, 1);
        lanes.set(20, 40, 60, 0);

        assertThat(bitmap.area()).isEqualTo(70);
        assertThat(lanes.nextInk(20, 0, 100)).isEqualTo(5);
        assertThat(lanes.runEnd(20, 30)).isEqualTo(40);
        assertThat(lanes.nextInk(20, 40, 100)).isEqualTo(60);
        assertThat(lanes.runStart(20, 70)).isEqualTo(60);
        assertThat(lanes.runEnd(20, 70)).isEqualTo(95);
    }
}
