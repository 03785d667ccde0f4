package numeral.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import numeral.InputRefused;
import numeral.form.page.Raster;
import numeral.form.single.SingleDigit;
import numeral.ingest.Outcome.Reason;
import numeral.scan.Inventory;
import numeral.scan.Item;
import numeral.scan.ItemIterator;
import numeral.scan.PageImage;
import numeral.scan.ScanLimits;
import numeral.scan.SourceReader;
import org.apache.hadoop.conf.Configuration;

/** Images that hold one digit each, of any size, dark on light or light on dark, as MNIST would have them. */
public final class DigitImages {
    private final Configuration hadoop;
    private final ScanLimits limits;

    public DigitImages(Configuration hadoop, ScanLimits limits) {
        this.hadoop = hadoop;
        this.limits = limits;
    }

    /**
     * The digit in a PNG, JPEG, TIFF, BMP or PDF file of one page as 784 bytes, 0 = paper, 255 = full ink.
     *
     * @throws InputRefused when the file is not an image that can be read, holds several, or shows nothing
     */
    public byte[] read(String file) {
        Outcome outcome = outcome(file, file, 0);
        if (outcome instanceof Outcome.Digit digit) {
            return digit.image();
        }
        throw new InputRefused(List.of("image " + file + ": " + ((Outcome.Refused) outcome).detail()));
    }

    /** What becomes of a labelled file; {@code source} is what it is called in tables. */
    Outcome outcome(String file, String source, int label) {
        try (ItemIterator items = items(file)) {
            if (!items.hasNext()) {
                return new Outcome.Refused(
                        source, 0, Reason.UNREADABLE, "expected one image, found an empty archive", "");
            }
            Item item = items.next();
            try {
                return new Outcome.Digit(source, 0, only(item, items.hasNext()), label, null);
            } catch (UnusableImage e) {
                return new Outcome.Refused(
                        source, 0, e.reason(), e.getMessage(), item.sha256().orElse(""));
            }
        }
    }

    private ItemIterator items(String file) {
        try {
            var sources = new Inventory(hadoop, limits).files(List.of(file));
            if (sources.size() > 1) {
                throw new InputRefused(List.of("image " + file + ": expected a file, found " + sources.size()));
            }
            return new SourceReader(hadoop, limits).read(sources.get(0));
        } catch (FileNotFoundException e) {
            throw new InputRefused(List.of("image " + file + ": expected a file, found nothing of that name"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] only(Item item, boolean more) throws UnusableImage {
        if (more) {
            throw new UnusableImage(
                    Reason.SEVERAL_IMAGES, "expected one image, found an archive or a document of several");
        }
        PageImage image = item.image()
                .orElseThrow(() -> new UnusableImage(Reason.UNREADABLE, item.status() + ": " + item.reason()));
        return normalised(image.width(), image.height(), image.grey());
    }

    /** The digit in pixels of one unsigned byte each, row by row, as 784 bytes. */
    static byte[] normalised(int width, int height, byte[] pixels) throws UnusableImage {
        return SingleDigit.normalised(new Raster(width, height, pixels))
                .orElseThrow(() -> new UnusableImage(Reason.NO_DIGIT, "shows one tone only, no digit on paper"));
    }
}
