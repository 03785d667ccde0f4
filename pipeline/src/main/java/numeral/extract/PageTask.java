package numeral.extract;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import numeral.form.FormReader;
import numeral.form.page.BilevelPage;
import numeral.form.page.Page;
import numeral.form.page.Raster;
import numeral.scan.Item;
import numeral.scan.PageImage;
import numeral.scan.ScanStatus;

/** Reads the pages of one task, each within its time; nothing that a page does reaches the next one. */
final class PageTask implements AutoCloseable {
    private final FormReader reader;
    private final PageRows rows;
    private final ExtractSettings settings;
    private final Duration pageTimeout;
    private ExecutorService thread = newThread();

    PageTask(FormReader reader, PageRows rows, ExtractSettings settings, Duration pageTimeout) {
        this.reader = reader;
        this.rows = rows;
        this.settings = settings;
        this.pageTimeout = pageTimeout;
    }

    /** An item whose bytes were read earlier. */
    PageResult known(Item item) {
        return rows.known(item);
    }

    /** What came of the item: exactly one status. */
    PageResult read(Item item) {
        if (item.image().isEmpty()) {
            return rows.failed(item, item.status(), item.reason());
        }
        Future<PageResult> reading = thread.submit(() -> read(item, item.image().get()));
        try {
            long left = pageTimeout.toMillis() - Math.round(item.decodeMs());
            return reading.get(Math.max(1, left), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.shutdownNow();
            thread = newThread();
            return rows.failed(item, ScanStatus.TIMEOUT, "not read within " + pageTimeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            boolean memory = e.getCause() instanceof OutOfMemoryError;
            return rows.failed(
                    item,
                    memory ? ScanStatus.OUT_OF_MEMORY : ScanStatus.INTERNAL_ERROR,
                    e.getCause().toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the task was stopped", e);
        }
    }

    private PageResult read(Item item, PageImage image) {
        Page page = page(image);
        Optional<byte[]> thumbnail = settings.wantsThumbnail(item.key())
                ? Optional.of(Thumbnails.png(page, settings.thumbnailPx()))
                : Optional.empty();
        return rows.read(item, reader.read(page), thumbnail);
    }

    private static Page page(PageImage image) {
        return image.bilevel()
                ? new BilevelPage(image.width(), image.height(), image.pixels())
                : new Raster(image.width(), image.height(), image.pixels());
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "page");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
