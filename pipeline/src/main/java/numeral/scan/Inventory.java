package numeral.scan;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Lists what inputs hold, file by file, as sources for tasks to share, and cuts large zips into parts; opens nothing else. */
public final class Inventory {
    private final Configuration hadoop;
    private final ScanLimits limits;

    public Inventory(Configuration hadoop, ScanLimits limits) {
        this.hadoop = hadoop;
        this.limits = limits;
    }

    /**
     * All files of the inputs: single pages, archives, and directories with all below them; each file once, however many inputs lead to
     * it, and always in the same order.
     *
     * @param inputs Hadoop paths, globs allowed
     * @throws FileNotFoundException naming every input that leads to nothing
     * @throws IOException where the storage fails
     */
    public List<Source> files(List<String> inputs) throws IOException {
        Map<String, Source> byUri = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String input : inputs) {
            List<Source> found = files(input);
            if (found.isEmpty()) {
                missing.add(input);
            }
            for (Source source : found) {
                byUri.putIfAbsent(source.uri(), source);
            }
        }
        if (!missing.isEmpty()) {
            throw new FileNotFoundException("no file found at: " + String.join(", ", missing));
        }
        return List.copyOf(byUri.values());
    }

    /** {@link #files} with large zips cut into parts, one after the other. */
    public List<Source> list(List<String> inputs) throws IOException {
        return files(inputs).stream().flatMap(file -> split(file).stream()).toList();
    }

    private List<Source> files(String input) throws IOException {
        Path path = new Path(input);
        FileSystem fs = path.getFileSystem(hadoop);
        List<Source> found = new ArrayList<>();
        Optional<FileStatus> exact = status(fs, path);
        if (exact.isPresent()) {
            collect(fs, exact.get(), input, found);
            return found;
        }
        FileStatus[] matches = fs.globStatus(path);
        if (matches != null) {
            for (FileStatus match : matches) {
                boolean bare = path.toUri().getScheme() == null;
                Path shown = bare ? Path.getPathWithoutSchemeAndAuthority(match.getPath()) : match.getPath();
                collect(fs, match, shown.toString(), found);
            }
        }
        return found;
    }

    /** A name with brackets may be a file's own name before it is a pattern. */
    private static Optional<FileStatus> status(FileSystem fs, Path path) throws IOException {
        try {
            return Optional.of(fs.getFileStatus(path));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    private static void collect(FileSystem fs, FileStatus found, String input, List<Source> into) throws IOException {
        if (found.isFile()) {
            into.add(Source.whole(found.getPath().toString(), input, "", found.getLen()));
            return;
        }
        String root = found.getPath().toString();
        int prefix = root.endsWith("/") ? root.length() : root.length() + 1;
        List<Source> below = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> files = fs.listFiles(found.getPath(), true);
        while (files.hasNext()) {
            FileStatus file = files.next();
            String uri = file.getPath().toString();
            below.add(Source.whole(uri, input, uri.substring(prefix), file.getLen()));
        }
        below.sort(Comparator.comparing(Source::name));
        into.addAll(below);
    }

    /**
     * The parts of a file that tasks can read each for itself: a zip's central directory lets them begin anywhere. Every other file is its
     * own only part, and so is a broken zip, for the reader to say what is wrong.
     *
     * @throws StorageException where the storage fails
     */
    public List<Source> split(Source source) {
        boolean large = source.bytes() > limits.splitBytes() && source.bytes() <= limits.maxArchiveBytes();
        if (!large || !source.uri().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return List.of(source);
        }
        StorageChannel channel = StorageChannel.open(new Path(source.uri()), source.bytes(), hadoop);
        try (ZipFile zip = ZipEntries.file(channel)) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
            return entries.size() > limits.maxArchiveEntries() ? List.of(source) : parts(source, entries);
        } catch (StorageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return List.of(source);
        }
    }

    private List<Source> parts(Source source, List<ZipArchiveEntry> entries) {
        List<Source> parts = new ArrayList<>();
        long first = 0;
        long packed = 0;
        for (int i = 0; i < entries.size(); i++) {
            packed += entries.get(i).getCompressedSize();
            if (packed >= limits.splitBytes() && i + 1 < entries.size()) {
                parts.add(source.part(first, i + 1L));
                first = i + 1L;
                packed = 0;
            }
        }
        parts.add(source.part(first, Source.WHOLE));
        return parts;
    }
}
