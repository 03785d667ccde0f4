package numeral.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormFilesTest {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;

    @ParameterizedTest
    @EnumSource(PageFormat.class)
    void aDocumentHoldsItsPages(PageFormat format) throws IOException {
        List<Scan> pages = format.multiPage() ? List.of(scan(10), scan(30)) : List.of(scan(10));

        byte[] document = format.encode(pages, 0.9f);

        assertThat(format.encode(pages, 0.9f)).isEqualTo(document);
        List<BufferedImage> read = format.suffix().equals("pdf") ? pdf(document) : images(format, document);
        assertThat(read).hasSameSizeAs(pages);
        for (int page = 0; page < pages.size(); page++) {
            BufferedImage image = read.get(page);
            assertThat(image.getWidth()).isEqualTo(WIDTH);
            assertThat(image.getHeight()).isEqualTo(HEIGHT);
            int bar = page == 0 ? 10 : 30;
            assertThat(image.getRGB(bar + 2, 20) & 0xFF).isLessThan(60);
            assertThat(image.getRGB(bar + 15, 20) & 0xFF).isGreaterThan(200);
        }
    }

    @ParameterizedTest
    @EnumSource(value = ArchiveFormat.class, names = "FOLDER", mode = EnumSource.Mode.EXCLUDE)
    void anArchiveHoldsItsDocuments(ArchiveFormat format) throws IOException, CompressorException {
        Map<String, byte[]> documents = new TreeMap<>();
        documents.put("a.png", "one".getBytes(StandardCharsets.UTF_8));
        documents.put("b.tif", new byte[100_000]);

        byte[] archive = pack(format, documents);

        assertThat(pack(format, documents)).isEqualTo(archive);
        Map<String, byte[]> read = format == ArchiveFormat.SEVEN_Z ? sevenZ(archive) : stream(format, archive);
        assertThat(read).containsExactlyInAnyOrderEntriesOf(documents);
    }

    /** White with a black bar. */
    private static Scan scan(int bar) {
        byte[] grey = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < grey.length; i++) {
            int x = i % WIDTH;
            grey[i] = (byte) (x >= bar && x < bar + 6 ? 0 : 255);
        }
        return new Scan(WIDTH, HEIGHT, grey, 128, Resolution.square(72));
    }

    private static List<BufferedImage> pdf(byte[] document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(document)) {
            PDFRenderer renderer = new PDFRenderer(pdf);
            List<BufferedImage> pages = new ArrayList<>();
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                pages.add(renderer.renderImage(page));
            }
            return pages;
        }
    }

    private static List<BufferedImage> images(PageFormat format, byte[] document) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersBySuffix(format.suffix());
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(document))) {
            reader.setInput(in);
            List<BufferedImage> pages = new ArrayList<>();
            for (int page = 0; page < reader.getNumImages(true); page++) {
                pages.add(reader.read(page));
            }
            return pages;
        } finally {
            reader.dispose();
        }
    }

    private static byte[] pack(ArchiveFormat format, Map<String, byte[]> documents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArchiveFormat.Archive archive = format.to(bytes)) {
            for (Map.Entry<String, byte[]> document : documents.entrySet()) {
                archive.add(document.getKey(), document.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> stream(ArchiveFormat format, byte[] archive)
            throws IOException, CompressorException {
        InputStream bytes = new ByteArrayInputStream(archive);
        Map<String, byte[]> entries = new TreeMap<>();
        try (ArchiveInputStream<?> in =
                switch (format) {
                    case ZIP -> new ZipArchiveInputStream(bytes);
                    case TAR -> new TarArchiveInputStream(bytes);
                    default ->
                        new TarArchiveInputStream(new CompressorStreamFactory()
                                .createCompressorInputStream(new BufferedInputStream(bytes)));
                }) {
            for (ArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static Map<String, byte[]> sevenZ(byte[] archive) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (SevenZFile file = SevenZFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(archive))
                .get()) {
            for (SevenZArchiveEntry entry : file.getEntries()) {
                entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }
}
