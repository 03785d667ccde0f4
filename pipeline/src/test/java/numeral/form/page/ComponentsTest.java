package numeral.form.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentsTest {
    private static Bitmap bitmap(String... rows) {
        byte[] ink = new byte[rows.length * rows[0].length()];
        for (int at = 0; at < ink.length; at++) {
            ink[at] = rows[at / rows[0].length()].charAt(at % rows[0].length()) == '#' ? (byte) 1 : 0;
        }
        return new Bitmap(rows[0].length(), rows.length, ink);
    }

    @Test
    void cornersTouch() {
        Components components = Components.of(bitmap(
                "##.......#", //
                "..#.....#.",
                "...#...#..",
                "....#.#...",
                ".........#"));

        assertThat(components.count()).isEqualTo(3);
        assertThat(components.area(1)).isEqualTo(5);
        assertThat(components.width(1)).isEqualTo(5);
        assertThat(components.left(2)).isEqualTo(6);
        assertThat(components.bottom(3)).isEqualTo(4);
    }

    @Test
    void aCupIsOneThoughItsArmsMeetLate() {
        Components components = Components.of(bitmap(
                "#.......#", //
                "#.......#",
                "#########"));

        assertThat(components.count()).isEqualTo(1);
        assertThat(components.area(1)).isEqualTo(13);
    }

    /** Held against flooding, pixel by pixel. */
    @ParameterizedTest
    @ValueSource(ints = {5, 20, 40})
    void findsWhatFloodingFinds(int percent) {
        Random random = new Random(percent);
        Bitmap ink = new Bitmap(61, 37);
        for (int at = 0; at < ink.ink().length; at++) {
            ink.ink()[at] = random.nextInt(100) < percent ? (byte) 1 : 0;
        }

        Components components = Components.of(ink);

        int[] flooded = new int[ink.ink().length];
        int count = 0;
        for (int at = 0; at < flooded.length; at++) {
            if (ink.ink()[at] != 0 && flooded[at] == 0) {
                flood(ink, at % 61, at / 61, ++count, flooded);
            }
        }
        assertThat(components.count()).isEqualTo(count);
        assertThat(components.labels()).isEqualTo(flooded);
        int label = count;
        assertThat(components.area(label))
                .isEqualTo((int) Arrays.stream(flooded).filter(l -> l == label).count());
    }

    private static void flood(Bitmap ink, int x, int y, int label, int[] flooded) {
        if (ink.at(x, y) && flooded[y * ink.width() + x] == 0) {
            flooded[y * ink.width() + x] = label;
            for (int i = 0; i < 9; i++) {
                flood(ink, x + i % 3 - 1, y + i / 3 - 1, label, flooded);
            }
        }
    }
}
