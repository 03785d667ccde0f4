package numeral.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import numeral.report.ReportData.Box;
import numeral.report.ReportData.Page;
import org.junit.jupiter.api.Test;

class PageOverlayTest {
    private static final Pattern PNG = Pattern.compile("base64,([\\w+/=]+)");
    private static final Box BOX = new Box(80, 40, 60, 20);

    @Test
    void drawsBoxAndValueInPixelsOfThePage() {
        String drawing = PageOverlay.of(SampleReport.page("p", SampleReport.field(BOX, "4711", false)))
                .orElseThrow()
                .toString();

        assertThat(drawing)
                .contains("viewBox=\"0 0 200 100\"")
                .contains("<rect x=\"80.0\" y=\"40.0\" width=\"60.0\" height=\"20.0\" class=\"decision-review\"/>")
                .contains(">4711</text>");
    }

    @Test
    void coversThePixelsOfASensitiveField() throws Exception {
        String drawing = PageOverlay.of(SampleReport.page("p", SampleReport.field(BOX, "4711", true)))
                .orElseThrow()
                .toString();

        assertThat(drawing).doesNotContain("4711").contains("••••");
        // the picture has half the size of the page, and half the box's height is covered around it
        var picture = picture(drawing);
        assertThat(grey(picture, 40, 20)).isLessThan(100);
        assertThat(grey(picture, 69, 29)).isLessThan(100);
        assertThat(grey(picture, 35, 15)).isLessThan(100);
        assertThat(grey(picture, 34, 20)).isEqualTo(255);
        assertThat(grey(picture, 40, 14)).isEqualTo(255);
        assertThat(grey(picture, 75, 20)).isEqualTo(255);
    }

    @Test
    void withholdsThePictureWhereNothingTellsWhatToCover() {
        var page = SampleReport.page("p", SampleReport.field(null, "4711", true));

        assertThat(PageOverlay.of(page)).isEmpty();
        assertThat(Report.html(SampleReport.full("Run 7", page)))
                .contains("The picture of this page is not shown.")
                .doesNotContain("4711");
    }

    @Test
    void withholdsThePictureOfAPageWithoutFields() {
        var read = SampleReport.page("p", SampleReport.field(BOX, "4711", false));
        var unread = new Page("p", "REGISTRATION_FAILED", 200, 100, read.thumbnail(), List.of());

        assertThat(PageOverlay.of(unread)).isEmpty();
    }

    @Test
    void withholdsAPictureThatCannotBeMasked() {
        var page = new Page("p", "OK", 200, 100, new byte[] {1, 2, 3}, List.of(SampleReport.field(BOX, "4711", true)));

        assertThat(PageOverlay.of(page)).isEmpty();
    }

    @Test
    void doesWithoutAPicture() {
        var page = new Page("p", "OK", 200, 100, new byte[0], List.of(SampleReport.field(BOX, "4711", false)));

        assertThat(PageOverlay.of(page)).isEmpty();
    }

    private static BufferedImage picture(String drawing) throws Exception {
        var matcher = PNG.matcher(drawing);
        assertThat(matcher.find()).isTrue();
        return Picture.decode(Base64.getDecoder().decode(matcher.group(1)));
    }

    private static int grey(BufferedImage image, int x, int y) {
        return image.getRaster().getSample(x, y, 0);
    }
}
