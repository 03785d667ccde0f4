package numeral.synth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import numeral.form.Template;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Archives of scanned forms with known truth: zip, tar.gz and plain folders in turn, of PNG, JPEG and (multi-page) Group 4 TIFF
 * documents. The same seed, template and settings give the same bytes.
 */
public final class SynthForms {
    private static final int DOCUMENTS_AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    private final Configuration hadoop;
    private final ArchiveSettings settings;
    private final Template template;
    private final Suite suite;
    private final long seed;

    public SynthForms(Configuration hadoop, ArchiveSettings settings, Template template, Suite suite, long seed) {
        this.hadoop = hadoop;
        this.settings = settings;
        this.template = template;
        this.suite = suite;
        this.seed = seed;
    }

    /**
     * What was written.
     *
     * @param archives paths of archives and folders
     */
    public record Written(List<String> archives, long documents, long pages, long fields) {}

    /**
     * Writes the pages and replaces files of the same names. Needs memory for a few pages a processor.
     *
     * @param folder receives {@code forms-0000.zip}, {@code forms-0001.tar.gz}, {@code forms-0002/} and so on
     * @param truthFile CSV with the columns archive, entry, page (from 0), field, value and state (FILLED, BLANK, CROSSED_OUT)
     */
    public Written write(String folder, String truthFile, long pages) throws IOException {
        Path truthPath = new Path(truthFile);
        List<String> archives = new ArrayList<>();
        long documents = 0;
        try (TruthFile truth = new TruthFile(truthPath.getFileSystem(hadoop).create(truthPath, true))) {
            for (long first = 0; first < pages; first += settings.pagesPerArchive()) {
                ArchiveFormat format = ArchiveFormat.values()[archives.size() % ArchiveFormat.values().length];
                String name = String.format(Locale.ROOT, "forms-%04d%s", archives.size(), format.suffix());
                Path path = new Path(folder, name);
                List<FormDocument> plan = FormDocument.plan(
                        first, Math.min(pages, first + settings.pagesPerArchive()), settings, suite, seed);
                writeArchive(format, path, plan, truth);
                archives.add(path.toString());
                documents += plan.size();
            }
        }
        return new Written(archives, documents, pages, pages * template.fields().size());
    }

    private void writeArchive(ArchiveFormat format, Path path, List<FormDocument> plan, TruthFile truth)
            throws IOException {
        FormPrinter printer = new FormPrinter(template, settings, suite, seed);
        FileSystem fileSystem = path.getFileSystem(hadoop);
        fileSystem.delete(path, true);
        try (ArchiveFormat.Archive archive = format.create(fileSystem, path)) {
            for (int start = 0; start < plan.size(); start += DOCUMENTS_AT_ONCE) {
                List<Scans> batch =
                        plan.subList(start, Math.min(plan.size(), start + DOCUMENTS_AT_ONCE)).parallelStream()
                                .map(document -> scan(document, printer))
                                .toList();
                for (Scans scans : batch) {
                    archive.add(scans.document.entry(), scans.bytes);
                    for (int page = 0; page < scans.fields.size(); page++) {
                        truth.add(path.getName(), scans.document.entry(), page, scans.fields.get(page));
                    }
                }
            }
        }
    }

    private static Scans scan(FormDocument document, FormPrinter printer) {
        List<FormPage> pages = LongStream.range(0, document.pages())
                .mapToObj(page -> printer.page(document.firstPage() + page, document.dpi()))
                .toList();
        byte[] bytes = document.format().encode(pages, document.quality());
        return new Scans(document, bytes, pages.stream().map(FormPage::fields).toList());
    }

    /** A document ready to be packed, and what is on each of its pages. */
    private record Scans(FormDocument document, byte[] bytes, List<List<FilledField>> fields) {}
}
