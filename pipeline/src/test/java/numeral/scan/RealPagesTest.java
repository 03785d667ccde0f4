package numeral.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import numeral.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealPagesTest {
    @TempDir
    Path folder;

    @Test
    void readsTheScansOfRealForms() {
        List<Item> items = new ScanFixture(folder)
                .items(
                        SharedData.require("forms/nist-hsf/hsf-page.png").toString(),
                        SharedData.require("forms/insurance").resolve("*.jpg").toString());

        assertThat(items).hasSize(5).allSatisfy(item -> {
            assertThat(item.status()).as(item.reason()).isEqualTo(ScanStatus.OK);
            byte[] grey = item.image().orElseThrow().grey();
            double paper = 0;
            for (byte b : grey) {
                paper += (b & 0xff) > 128 ? 1.0 / grey.length : 0;
            }
            assertThat(paper).as(item.key()).isBetween(0.7, 0.999);
        });
    }
}
