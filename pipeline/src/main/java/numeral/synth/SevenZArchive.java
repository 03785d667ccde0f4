package numeral.synth;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZMethodConfiguration;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.tukaani.xz.LZMA2Options;

/** A 7z, which begins with what is known at its end alone: written beside, then copied. */
record SevenZArchive(Path beside, SevenZOutputFile file, OutputStream out) implements ArchiveFormat.Archive {

    static SevenZArchive to(OutputStream out) throws IOException {
        Path beside = Files.createTempFile("forms", ".7z");
        SevenZOutputFile file = new SevenZOutputFile(beside.toFile());
        // scans are compressed already: a higher preset takes its time for nothing
        file.setContentMethods(List.of(new SevenZMethodConfiguration(SevenZMethod.LZMA2, new LZMA2Options(0))));
        return new SevenZArchive(beside, file, out);
    }

    @Override
    public void add(String entry, byte[] document) throws IOException {
        SevenZArchiveEntry header = new SevenZArchiveEntry();
        header.setName(entry);
        file.putArchiveEntry(header);
        file.write(document);
        file.closeArchiveEntry();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            file.close();
            Files.copy(beside, out);
        } finally {
            Files.delete(beside);
        }
    }
}
