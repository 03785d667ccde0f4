package numeral.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PdfScanTest {
    /** Drawn at 300 dpi, the page is larger than its image at 72. */
    private static final int DRAWN_WIDTH = 249;

    @TempDir
    Path folder;

    private ScanFixture scan;

    @BeforeEach
    void open() {
        scan = new ScanFixture(folder);
    }

    private PageImage page(PdfSamples.Drawing drawing) {
        List<Item> items = scan.items("p.pdf", PdfSamples.of(drawing));
        assertThat(items).hasSize(1);
        assertThat(items.get(0).status()).as(items.get(0).reason()).isEqualTo(ScanStatus.OK);
        return items.get(0).image().orElseThrow();
    }

    /** Ink at a place given in shares of the page. */
    private static boolean ink(PageImage page, double x, double y) {
        return (page.grey()[(int) (y * page.height()) * page.width() + (int) (x * page.width())] & 0xff) < 128;
    }

    private static void assertBar(PageImage page) {
        assertThat(ink(page, 0.2, 0.5)).isTrue();
        assertThat(ink(page, 0.8, 0.5)).isFalse();
        assertThat(ink(page, 0.2, 0.05)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void takesTheImageThatCoversThePage(PdfSamples.Stored stored) {
        PageImage page = page(PdfSamples.scan(stored));

        assertThat(page.width()).isEqualTo(Samples.WIDTH);
        assertBar(page);
    }

    @Test
    void tellsTheResolutionThatThePageGivesTheImage() {
        Item item = scan.items("p.pdf", PdfSamples.of(PdfSamples.scan(PdfSamples.Stored.FAX)))
                .get(0);

        assertThat(item.declaredDpi().orElseThrow()).isCloseTo(72, Offset.offset(0.1));
    }

    @Test
    void takesTheImageUnderInvisibleText() {
        assertThat(page(PdfSamples.searchable()).width()).isEqualTo(Samples.WIDTH);
    }

    @Test
    void drawsWhatIsMoreThanAnImage() {
        PageImage printed = page(PdfSamples.overprinted());
        PageImage drawn = page(PdfSamples.drawing());

        assertThat(printed.width()).isEqualTo(DRAWN_WIDTH);
        assertThat(drawn.width()).isEqualTo(DRAWN_WIDTH);
        assertBar(printed);
        assertBar(drawn);
    }

    @Test
    void drawsAnImageThatThePageMirrors() {
        PageImage page = page(PdfSamples.mirrored());

        assertThat(ink(page, 0.8, 0.5)).isTrue();
        assertThat(ink(page, 0.2, 0.5)).isFalse();
    }

    @Test
    void readsEveryPage() {
        PdfSamples.Drawing[] drawings = IntStream.range(0, 12)
                .mapToObj(i -> i % 2 == 0 ? PdfSamples.scan(PdfSamples.Stored.FAX) : PdfSamples.drawing())
                .toArray(PdfSamples.Drawing[]::new);

        List<Item> items = scan.items("many.pdf", PdfSamples.of(drawings));

        assertThat(items.stream().map(Item::page))
                .containsExactlyElementsOf(IntStream.range(0, 12).boxed().toList());
        assertThat(items).allSatisfy(item -> assertBar(item.image().orElseThrow()));
    }

    @Test
    void readsWhatNeedsNoPassword() {
        byte[] locked = PdfSamples.encrypted("secret", PdfSamples.drawing());
        byte[] open = PdfSamples.encrypted("", PdfSamples.drawing());

        assertThat(scan.briefs("p.pdf", locked)).containsExactly("#0 SKIPPED_ENCRYPTED");
        assertThat(scan.briefs("p.pdf", open)).containsExactly("#0 OK");
    }

    @Test
    void refusesAnImageThatCannotBeDecodedAndDoesNotShowAnEmptyPage() {
        byte[] pdf = PdfSamples.of((document, content) -> {
            var image = PdfSamples.image(document, PdfSamples.Stored.JPEG);
            image.getCOSObject().setItem("Filter", COSName.getPDFName("JPXDecode"));
            content.drawImage(image, 5, 5, 30, 20);
        });

        assertThat(scan.briefs("p.pdf", pdf)).containsExactly("#0 UNSUPPORTED");
    }

    @Test
    void refusesAPageThatWouldBeTooLarge() {
        byte[] pdf = PdfSamples.of((document, content) -> document.getPage(0).setMediaBox(new PDRectangle(9999, 30)));

        assertThat(scan.briefs("p.pdf", pdf)).containsExactly("#0 TOO_LARGE");
    }
}
