package numeral.synth;

import java.util.List;
import java.util.stream.IntStream;

/** Sound documents to put a fault among, each of other pages than those before it. */
final class Samples {
    private static final float QUALITY = 0.8f;

    private final FormPrinter printer;
    private final Resolution resolution;
    private long nextPage;

    Samples(FormPrinter printer, Resolution resolution, long firstPage) {
        this.printer = printer;
        this.resolution = resolution;
        this.nextPage = firstPage;
    }

    /** One page without a mishap. */
    ScannedDocument page(String entry, PageFormat format) {
        return pages(entry, format, 1);
    }

    ScannedDocument pages(String entry, PageFormat format, int count) {
        return document(entry, format, count, Mishap.NONE);
    }

    ScannedDocument page(String entry, Mishap mishap) {
        return document(entry, PageFormat.PNG, 1, mishap);
    }

    private ScannedDocument document(String entry, PageFormat format, int count, Mishap mishap) {
        List<FormPage> pages = IntStream.range(0, count)
                .mapToObj(page -> printer.page(nextPage++, mishap, resolution))
                .toList();
        return new ScannedDocument(
                entry,
                format.encode(pages.stream().map(FormPage::scan).toList(), QUALITY),
                pages.stream().map(FormPage::truth).toList(),
                Spoiling.NONE);
    }
}
