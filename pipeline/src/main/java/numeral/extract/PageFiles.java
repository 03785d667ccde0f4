package numeral.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import numeral.InputRefused;
import numeral.form.page.Raster;
import numeral.scan.Inventory;
import numeral.scan.Item;
import numeral.scan.ItemIterator;
import numeral.scan.PageImage;
import numeral.scan.ScanLimits;
import numeral.scan.Source;
import numeral.scan.SourceReader;
import org.apache.hadoop.conf.Configuration;

/** Opens a few pages where they are needed at once, not in tasks. */
public final class PageFiles {
    private final Configuration hadoop;
    private final ScanLimits limits;

    public PageFiles(Configuration hadoop, ScanLimits limits) {
        this.hadoop = hadoop;
        this.limits = limits;
    }

    /**
     * A page.
     *
     * @param name where it comes from
     * @param declaredDpi resolution that the file declares
     */
    public record Page(String name, Raster image, OptionalDouble declaredDpi) {}

    /**
     * All pages of a file, in order.
     *
     * @throws InputRefused naming every page that cannot be read
     */
    public List<Page> read(String file) {
        List<Page> pages = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            for (Source source : new Inventory(hadoop, limits).list(List.of(file))) {
                try (ItemIterator items = new SourceReader(hadoop, limits).read(source)) {
                    items.forEachRemaining(item -> add(item, pages, problems));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!problems.isEmpty()) {
            throw new InputRefused(problems);
        }
        return pages;
    }

    private static void add(Item item, List<Page> pages, List<String> problems) {
        if (item.image().isEmpty()) {
            problems.add("page " + item.key() + ": " + item.status() + ": " + item.reason());
            return;
        }
        PageImage image = item.image().get();
        pages.add(new Page(item.key(), new Raster(image.width(), image.height(), image.grey()), item.declaredDpi()));
    }
}
