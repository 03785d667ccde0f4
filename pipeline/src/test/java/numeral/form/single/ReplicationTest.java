package numeral.form.single;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import numeral.form.page.Raster;
import org.junit.jupiter.api.Test;

class ReplicationTest {
    private static Raster small() {
        byte[] grey = new byte[8 * 6];
        new Random(1).nextBytes(grey);
        return new Raster(8, 6, grey);
    }

    private static Raster enlarged(Raster image, int acrossTimes, int downTimes) {
        int width = acrossTimes * image.width();
        byte[] grey = new byte[width * downTimes * image.height()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) image.grey(i % width / acrossTimes, i / width / downTimes);
        }
        return new Raster(width, downTimes * image.height(), grey);
    }

    @Test
    void squaresBecomePixelsAgain() {
        Raster undone = Replication.undone(enlarged(small(), 12, 12));

        assertThat(undone.width()).isEqualTo(8);
        assertThat(undone.height()).isEqualTo(6);
        assertThat(undone.grey()).isEqualTo(small().grey());
    }

    @Test
    void oblongsBecomeAsSmallAsTheyCanInBothDirections() {
        Raster undone = Replication.undone(enlarged(small(), 6, 9));

        assertThat(undone.grey()).isEqualTo(enlarged(small(), 2, 3).grey());
    }

    @Test
    void oneOtherPixelKeepsTheImage() {
        Raster image = enlarged(small(), 4, 4);
        image.grey()[5]++;

        assertThat(Replication.undone(image)).isSameAs(image);
    }
}
