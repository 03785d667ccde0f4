package numeral.scan;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Archives in memory: names and contents in turn. */
final class Packer {
    private Packer() {}

    static byte[] zip(Object... entries) {
        return zipBy(Zip64Mode.Never, ZipEntry.DEFLATED, entries);
    }

    static byte[] zipBy(Zip64Mode zip64, int method, Object... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setUseZip64(zip64);
            zip.setMethod(method);
            for (int i = 0; i < entries.length; i += 2) {
                byte[] content = (byte[]) entries[i + 1];
                ZipArchiveEntry entry = new ZipArchiveEntry((String) entries[i]);
                if (method == ZipEntry.STORED) {
                    CRC32 crc = new CRC32();
                    crc.update(content);
                    entry.setCrc(crc.getValue());
                    entry.setSize(content.length);
                }
                zip.putArchiveEntry(entry);
                zip.write(content);
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] tar(Object... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                byte[] content = (byte[]) entries[i + 1];
                TarArchiveEntry entry = new TarArchiveEntry((String) entries[i], true);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] content) {
        return packed(content, GZIPOutputStream::new);
    }

    static byte[] bzip2(byte[] content) {
        return packed(content, out -> new BZip2CompressorOutputStream(out, 1));
    }

    static byte[] xz(byte[] content) {
        return packed(content, XZCompressorOutputStream::new);
    }

    static byte[] zstd(byte[] content) {
        return packed(content, ZstdOutputStream::new);
    }

    @FunctionalInterface
    private interface Packing {
        OutputStream on(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] content, Packing packing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packing.on(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] sevenZip(Object... entries) {
        return sevenZip(new char[0], SevenZMethod.LZMA2, entries);
    }

    /** @param password none where it is empty */
    static byte[] sevenZip(char[] password, SevenZMethod method, Object... entries) {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile out =
                password.length == 0 ? new SevenZOutputFile(channel) : new SevenZOutputFile(channel, password)) {
            out.setContentCompression(method);
            for (int i = 0; i < entries.length; i += 2) {
                SevenZArchiveEntry entry = new SevenZArchiveEntry();
                entry.setName((String) entries[i]);
                entry.setDirectory(((String) entries[i]).endsWith("/"));
                out.putArchiveEntry(entry);
                out.write((byte[]) entries[i + 1]);
                out.closeArchiveEntry();
            }
            out.finish();
            return Arrays.copyOf(channel.array(), (int) channel.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    /** The first place of a pattern at or behind an offset. */
    static int find(byte[] bytes, int from, int... pattern) {
        for (int i = from; i <= bytes.length - pattern.length; i++) {
            int matched = 0;
            while (matched < pattern.length && (bytes[i + matched] & 0xff) == pattern[matched]) {
                matched++;
            }
            if (matched == pattern.length) {
                return i;
            }
        }
        throw new IllegalArgumentException("pattern not found");
    }
}
