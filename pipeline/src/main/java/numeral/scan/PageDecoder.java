package numeral.scan;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Decodes pages each on a thread of its own, so that one that hangs or takes all memory costs one page and not the task. */
final class PageDecoder {
    private PageDecoder() {}

    /** A page that was read, with what was odd about it. */
    record Page(PageImage image, OptionalDouble declaredDpi, List<String> warnings) {}

    /** Reads the structure of a file that holds pages. */
    static Document open(Magic magic, byte[] bytes, ScanLimits limits) throws ScanFault {
        return within(limits, () -> Document.read(magic, bytes, limits));
    }

    static Page decode(Document document, int page, ScanLimits limits) throws ScanFault {
        StopSignal stop = new StopSignal();
        try {
            return within(limits, () -> {
                PageHeader header = document.header(page);
                header.check(limits);
                List<String> warnings = new ArrayList<>(header.warnings());
                PageImage image = document.decode(page, stop, warnings);
                return new Page(image, header.declaredDpi(), warnings);
            });
        } finally {
            stop.stop();
        }
    }

    private static <T> T within(ScanLimits limits, Callable<T> work) throws ScanFault {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "page-decoder");
        thread.setDaemon(true);
        thread.start();
        long limitMs = limits.decodeTimeout().toMillis();
        try {
            return task.get(limitMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ScanFault(ScanStatus.TIMEOUT, "not decoded within " + limitMs + " ms", e);
        } catch (ExecutionException e) {
            throw fault(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while decoding a page");
        }
    }

    static ScanFault fault(Throwable cause) {
        if (cause instanceof ScanFault known) {
            return known;
        }
        if (cause.getCause() instanceof ScanFault known) {
            return known;
        }
        if (cause instanceof OutOfMemoryError) {
            return new ScanFault(ScanStatus.OUT_OF_MEMORY, "no memory for decoding: " + ScanFault.words(cause), cause);
        }
        String words = ScanFault.words(cause);
        if (cause instanceof EOFException || cause.getCause() instanceof EOFException) {
            return new ScanFault(ScanStatus.TRUNCATED, "ends inside the image: " + words, cause);
        }
        if (cause instanceof IOException && words.toLowerCase(Locale.ROOT).contains("unsupported")) {
            return new ScanFault(ScanStatus.UNSUPPORTED, words, cause);
        }
        if (cause instanceof IOException || cause instanceof RuntimeException || cause instanceof StackOverflowError) {
            return new ScanFault(ScanStatus.CORRUPT_ENTRY, "cannot be decoded: " + words, cause);
        }
        return new ScanFault(ScanStatus.INTERNAL_ERROR, cause.toString(), cause);
    }
}
