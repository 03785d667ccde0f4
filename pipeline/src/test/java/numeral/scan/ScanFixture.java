package numeral.scan;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** Reads files the way a task does, through Hadoop's local file system, with the default limits or with some of them changed. */
final class ScanFixture {
    private final Path folder;
    private final ScanLimits limits;

    ScanFixture(Path folder, String... changes) {
        this.folder = folder;
        this.limits = limitsWith(changes);
    }

    /** The defaults of reference.conf with changes on top, {@code max-pages = 3}. */
    static ScanLimits limitsWith(String... changes) {
        Config config = ConfigFactory.load();
        for (String change : changes) {
            config = ConfigFactory.parseString("numeral.scan." + change).withFallback(config);
        }
        return ScanLimits.from(config);
    }

    ScanLimits limits() {
        return limits;
    }

    Path write(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All items of a file with these bytes. */
    List<Item> items(String name, byte[] bytes) {
        return items(write(name, bytes).toString());
    }

    List<Item> items(String... inputs) {
        Configuration hadoop = new Configuration(false);
        try {
            List<Item> items = new ArrayList<>();
            for (Source source : new Inventory(hadoop, limits).list(List.of(inputs))) {
                try (ItemIterator read = new SourceReader(hadoop, limits).read(source)) {
                    read.forEachRemaining(items::add);
                }
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An item in short: {@code entry#page STATUS}. */
    static String brief(Item item) {
        return item.entry() + "#" + item.page() + " " + item.status();
    }

    List<String> briefs(String name, byte[] bytes) {
        return items(name, bytes).stream().map(ScanFixture::brief).toList();
    }
}
