package numeral.synth;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A document ready to be packed.
 *
 * @param pages what is on each of its pages, which nobody can read where the file is spoilt
 */
record ScannedDocument(String entry, byte[] bytes, List<PageTruth> pages, Spoiling spoiling) {

    /** Prints and scans the pages as planned. */
    static ScannedDocument of(FormDocument plan, FormPrinter printer, long seed) {
        List<FormPage> pages = LongStream.range(0, plan.pages())
                .mapToObj(page -> printer.page(plan.firstPage() + page, plan.resolution()))
                .toList();
        byte[] bytes = plan.format().encode(pages.stream().map(FormPage::scan).toList(), plan.quality());
        return new ScannedDocument(
                plan.entry(),
                plan.spoiling().apply(bytes, Seeds.stream(seed, "spoiling", plan.firstPage())),
                pages.stream().map(FormPage::truth).toList(),
                plan.spoiling());
    }

    /** What an inventory finds in it. */
    List<ExpectedItem> items() {
        if (spoiling != Spoiling.NONE) {
            return List.of(new ExpectedItem(entry, 0, spoiling.expected(), word(spoiling)));
        }
        return IntStream.range(0, pages.size())
                .mapToObj(page -> {
                    Mishap mishap = pages.get(page).mishap();
                    return new ExpectedItem(entry, page, mishap.expected(), mishap == Mishap.NONE ? "" : word(mishap));
                })
                .toList();
    }

    /** The fields of each page that can be read. */
    List<List<FilledField>> fields() {
        return spoiling == Spoiling.NONE ? pages.stream().map(PageTruth::fields).toList() : List.of();
    }

    /** The same under another name. */
    ScannedDocument named(String name) {
        return new ScannedDocument(name, bytes, pages, spoiling);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
