package numeral.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import numeral.InputRefused;
import numeral.form.page.Raster;
import numeral.form.single.SingleDigit;
import numeral.scan.Inventory;
import numeral.scan.Item;
import numeral.scan.ItemIterator;
import numeral.scan.PageImage;
import numeral.scan.ScanLimits;
import numeral.scan.SourceReader;
import org.apache.hadoop.conf.Configuration;

/** Opens image files that hold one digit each. */
public final class DigitImages {
    private final Configuration hadoop;
    private final ScanLimits limits;

    public DigitImages(Configuration hadoop, ScanLimits limits) {
        this.hadoop = hadoop;
        this.limits = limits;
    }

    /**
     * The digit on the first page of the file as 784 bytes, 0 = paper, 255 = full ink.
     *
     * @throws InputRefused when the file is not an image that can be read, or shows nothing
     */
    public byte[] read(String file) {
        try (ItemIterator items = new SourceReader(hadoop, limits)
                .read(new Inventory(hadoop, limits).list(List.of(file)).get(0))) {
            Item item = items.next();
            if (item.image().isEmpty()) {
                throw new InputRefused(List.of("image " + file + ": " + item.status() + ": " + item.reason()));
            }
            PageImage image = item.image().get();
            return SingleDigit.normalised(new Raster(image.width(), image.height(), image.grey()))
                    .orElseThrow(() ->
                            new InputRefused(List.of("image " + file + ": shows one tone only, no digit on paper")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
