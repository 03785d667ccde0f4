package numeral.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * One file of scans, planned: which pages, in which format.
 *
 * @param firstPage number of its first page among all pages made from the seed
 * @param pages more than one in a multi-page format alone
 * @param quality of a JPEG
 */
record FormDocument(
        long firstPage, int pages, PageFormat format, Resolution resolution, float quality, Spoiling spoiling) {
    private static final int MOST_PAGES = 4;

    /** Documents that hold the pages from {@code first} to before {@code end}. */
    static List<FormDocument> plan(long first, long end, ArchiveSettings settings, Effects effects, long seed) {
        List<PageFormat> formats = effects.formats().isEmpty()
                ? settings.formats().stream().map(PageFormat::of).toList()
                : effects.formats();
        List<Resolution> resolutions = effects.resolutions().isEmpty()
                ? settings.dpi().stream().map(Resolution::square).toList()
                : effects.resolutions();
        List<FormDocument> documents = new ArrayList<>();
        long page = first;
        while (page < end) {
            SplittableRandom random = Seeds.stream(seed, "form document", page);
            PageFormat format = formats.get(random.nextInt(formats.size()));
            int pages = format.multiPage() ? (int) Math.min(end - page, 1 + random.nextInt(MOST_PAGES)) : 1;
            Resolution resolution = resolutions.get(random.nextInt(resolutions.size()));
            float quality = (float) effects.sensor().jpegQuality().draw(random);
            Spoiling spoiling = Spoiling.draw(settings.spoiltShare(), random);
            documents.add(new FormDocument(page, pages, format, resolution, quality, spoiling));
            page += pages;
        }
        return documents;
    }

    String entry() {
        return String.format(Locale.ROOT, "scan-%06d.%s", firstPage, format.suffix());
    }
}
