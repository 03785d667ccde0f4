package numeral.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * One file of scans, planned: which pages, in which format.
 *
 * @param firstPage number of its first page among all pages made from the seed
 * @param pages more than one in a TIFF alone
 * @param quality of a JPEG
 */
record FormDocument(long firstPage, int pages, PageFormat format, int dpi, float quality) {
    private static final int MOST_PAGES = 4;

    /** Documents that hold the pages from {@code first} to before {@code end}. */
    static List<FormDocument> plan(long first, long end, ArchiveSettings settings, Suite suite, long seed) {
        List<FormDocument> documents = new ArrayList<>();
        long page = first;
        while (page < end) {
            SplittableRandom random = Seeds.stream(seed, "form document", page);
            PageFormat format = PageFormat.values()[random.nextInt(PageFormat.values().length)];
            int pages = format == PageFormat.TIFF ? (int) Math.min(end - page, 1 + random.nextInt(MOST_PAGES)) : 1;
            int dpi = settings.dpi().get(random.nextInt(settings.dpi().size()));
            float quality = (float) random.nextDouble(suite.lowestJpegQuality(), 0.95);
            documents.add(new FormDocument(page, pages, format, dpi, quality));
            page += pages;
        }
        return documents;
    }

    String entry() {
        return String.format(Locale.ROOT, "scan-%06d.%s", firstPage, format.suffix());
    }
}
