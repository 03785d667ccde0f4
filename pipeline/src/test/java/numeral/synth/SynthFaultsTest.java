package numeral.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import numeral.scan.Inventory;
import numeral.scan.Item;
import numeral.scan.ItemIterator;
import numeral.scan.ScanLimits;
import numeral.scan.ScanStatus;
import numeral.scan.Source;
import numeral.scan.SourceReader;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SynthFaultsTest {
    /** Told by looking at the page or at other pages, not at the file. */
    private static final Set<ScanStatus> OF_LATER_STAGES = Set.of(
            ScanStatus.BLANK_PAGE, ScanStatus.UNKNOWN_FORM, ScanStatus.REGISTRATION_FAILED, ScanStatus.DUPLICATE);

    @TempDir
    private Path folder;

    /** Without the two that take seconds for their sheer number; the scanner's own tests hold such files. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ZIP_OF_70000", "TIFF_OF_100000"},
            mode = EnumSource.Mode.EXCLUDE)
    void theScannerFindsWhatTheTruthTells(Fault fault) throws IOException {
        new SynthForms(
                        new Configuration(),
                        SyntheticTemplate.settings(0, 0),
                        SyntheticTemplate.load(),
                        Suite.CLEAN,
                        Optional.empty(),
                        11)
                .write(folder.toString(), 0, List.of(fault));

        Map<String, List<String>> expected = expected();
        Map<String, ScanStatus> found = found(fault == Fault.PDF_SLOW ? "3s" : "60s");

        assertThat(found.keySet()).isEqualTo(expected.keySet());
        found.forEach((item, status) -> assertThat(expected.get(item)).as(item).contains(status.name()));
    }

    /** Statuses that each item may end in, as far as its file tells. */
    private Map<String, List<String>> expected() throws IOException {
        Map<String, List<String>> expected = new TreeMap<>();
        List<String> rows = Files.readAllLines(folder.resolve("items.csv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] columns = row.split(",", -1);
            List<String> statuses = new ArrayList<>(Arrays.asList(columns[3].split("\\|", -1)));
            if (OF_LATER_STAGES.stream().anyMatch(status -> statuses.contains(status.name()))) {
                statuses.add(ScanStatus.OK.name());
            }
            expected.put(columns[0] + "!/" + columns[1] + "#" + columns[2], statuses);
        }
        return expected;
    }

    private Map<String, ScanStatus> found(String decodeTimeout) throws IOException {
        Config config = ConfigFactory.parseString(
                        "numeral.scan { max-entry-unpacked = 32 MiB, decode-timeout = " + decodeTimeout + " }")
                .withFallback(ConfigFactory.load());
        ScanLimits limits = ScanLimits.from(config);
        Map<String, ScanStatus> found = new TreeMap<>();
        try (var archives = Files.list(folder.resolve("archives"))) {
            for (Path archive :
                    archives.filter(path -> !path.toString().endsWith(".crc")).toList()) {
                Source source = new Inventory(new Configuration(), limits)
                        .list(List.of(archive.toString()))
                        .get(0);
                try (ItemIterator items = new SourceReader(new Configuration(), limits).read(source)) {
                    while (items.hasNext()) {
                        Item item = items.next();
                        found.put(archive.getFileName() + "!/" + item.entry() + "#" + item.page(), item.status());
                    }
                }
            }
        }
        return found;
    }
}
