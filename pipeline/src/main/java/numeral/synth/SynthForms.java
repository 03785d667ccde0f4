package numeral.synth;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import numeral.form.Identity;
import numeral.form.Template;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Archives of scanned forms with known truth, sound ones and, on request, faulty ones. The same seed, template, settings and digits
 * give the same bytes.
 */
public final class SynthForms {
    private static final int DOCUMENTS_AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();
    /** Far behind the pages of sound archives, so that a fault's pages are the same whatever else is asked for. */
    private static final long FIRST_FAULT_PAGE = 1L << 40;

    private static final long PAGES_A_FAULT = 1000;

    private final Configuration hadoop;
    private final ArchiveSettings settings;
    private final Template template;
    private final Suite suite;
    private final Optional<DigitPool> pool;
    private final long seed;

    /**
     * Reads the template of a form that can be printed.
     *
     * @throws IllegalArgumentException also where its code cannot be
     */
    public static Template printable(String json) {
        Template template = Template.parse(json);
        if (template.identity() instanceof Identity.Code code) {
            new PrintedCode(template, code);
        }
        return template;
    }

    /** @param pool digits to fill the forms in with; empty for those of a stroke model */
    public SynthForms(
            Configuration hadoop,
            ArchiveSettings settings,
            Template template,
            Suite suite,
            Optional<DigitPool> pool,
            long seed) {
        this.hadoop = hadoop;
        this.settings = settings;
        this.template = template;
        this.suite = suite;
        this.pool = pool;
        this.seed = seed;
    }

    /**
     * What was written.
     *
     * @param archives paths of archives and folders
     * @param fields rows of the truth
     * @param items that an inventory has to find
     */
    public record Written(List<String> archives, long pages, long fields, long items) {}

    /**
     * Writes the pages and replaces files of the same names. Needs memory for a few pages a processor.
     *
     * <ul>
     *   <li>{@code archives/forms-0000.zip}, {@code archives/forms-0001.tar.gz} and so on, {@code archives/fault-zip-bomb.zip} and
     *       the like
     *   <li>{@code truth.csv}: what is written on every page that can be read, with the columns archive, entry, page (from 0), field,
     *       value and state (FILLED, BLANK, CROSSED_OUT, OVERWRITTEN, CUT_OFF)
     *   <li>{@code items.csv}: all that an inventory has to find, with the columns archive, entry, page, expected (a status, or several
     *       with bars between) and what (befell it)
     * </ul>
     *
     * @param folder on any Hadoop file system
     * @param pages in sound archives
     * @param faults each of which makes an archive of its own
     */
    public Written write(String folder, long pages, List<Fault> faults) throws IOException {
        Path root = new Path(folder);
        FileSystem fileSystem = root.getFileSystem(hadoop);
        List<String> archives = new ArrayList<>();
        try (TruthFile truth = new TruthFile(fileSystem.create(new Path(root, "truth.csv"), true));
                ItemsFile items = new ItemsFile(fileSystem.create(new Path(root, "items.csv"), true))) {
            Packer packer = new Packer(fileSystem, new Path(root, "archives"), truth, items);
            for (long first = 0; first < pages; first += settings.pagesPerArchive()) {
                archives.add(
                        sound(packer, archives.size(), first, Math.min(pages, first + settings.pagesPerArchive())));
            }
            for (Fault fault : faults) {
                archives.add(faulty(packer, fault));
            }
            return new Written(archives, pages, truth.rows(), items.rows());
        }
    }

    /** Where archives and truth go. */
    private record Packer(FileSystem fileSystem, Path folder, TruthFile truth, ItemsFile items) {
        void record(String archive, ScannedDocument document) throws IOException {
            List<List<FilledField>> fields = document.fields();
            for (int page = 0; page < fields.size(); page++) {
                truth.add(archive, document.entry(), page, fields.get(page));
            }
        }
    }

    private String sound(Packer packer, int number, long first, long end) throws IOException {
        List<String> formats = settings.archives();
        ArchiveFormat format = ArchiveFormat.of(formats.get(number % formats.size()));
        String name = String.format(Locale.ROOT, "forms-%04d%s", number, format.suffix());
        Path path = new Path(packer.folder(), name);
        packer.fileSystem().delete(path, true);
        FormPrinter printer = printer();
        List<FormDocument> plan = FormDocument.plan(first, end, settings, suite.effects(), seed);
        try (ArchiveFormat.Archive archive = format.create(packer.fileSystem(), path)) {
            for (int start = 0; start < plan.size(); start += DOCUMENTS_AT_ONCE) {
                List<ScannedDocument> batch =
                        plan.subList(start, Math.min(plan.size(), start + DOCUMENTS_AT_ONCE)).parallelStream()
                                .map(document -> ScannedDocument.of(document, printer, seed))
                                .toList();
                for (ScannedDocument document : batch) {
                    archive.add(document.entry(), document.bytes());
                    packer.record(name, document);
                    packer.items().add(name, document.items());
                }
            }
        }
        return path.toString();
    }

    private String faulty(Packer packer, Fault fault) throws IOException {
        Samples samples = new Samples(
                printer(),
                Resolution.square(settings.dpi().get(0)),
                FIRST_FAULT_PAGE + PAGES_A_FAULT * fault.ordinal());
        FaultyArchive archive = fault.make(samples);
        Path path = new Path(packer.folder(), archive.fileName());
        try (OutputStream out = packer.fileSystem().create(path, true)) {
            out.write(archive.bytes());
        }
        packer.items().add(archive.fileName(), archive.items());
        for (ScannedDocument document : archive.readable()) {
            packer.record(archive.fileName(), document);
        }
        return path.toString();
    }

    private FormPrinter printer() {
        return new FormPrinter(template, settings, suite.effects(), pool, seed);
    }
}
