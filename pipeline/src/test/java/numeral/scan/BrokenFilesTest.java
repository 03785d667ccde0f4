package numeral.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A corpus of broken and odd files, made as they are read: each ends as its case says, item by item, and the sound pages beside are kept. */
class BrokenFilesTest {
    @TempDir
    Path folder;

    private static final List<BrokenFile> CORPUS = Stream.of(
                    BrokenZips.all(), BrokenTars.all(), BrokenSevenZips.all(), BrokenPages.all(), BrokenPdfs.all())
            .flatMap(List::stream)
            .toList();

    static List<BrokenFile> corpus() {
        return CORPUS;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void endsAsStated(BrokenFile broken) {
        ScanFixture scan = new ScanFixture(folder, broken.limits().toArray(String[]::new));

        List<Item> items = scan.items(broken.file(), broken.bytes());

        assertThat(items.stream().map(ScanFixture::brief))
                .as(() -> items.stream().map(Item::reason).collect(Collectors.joining("\n")))
                .containsExactlyElementsOf(broken.ends());
        assertThat(items)
                .allSatisfy(item -> assertThat(item.reason().isEmpty()).isEqualTo(item.status() == ScanStatus.OK));
        assertThat(items.stream().map(Item::key)).doesNotHaveDuplicates();
    }

    @Test
    void theCorpusIsLargeAndMeetsEveryStatusThatAFileCanHave() {
        Set<ScanStatus> decidedByTheForm = EnumSet.of(
                ScanStatus.BLANK_PAGE,
                ScanStatus.DUPLICATE,
                ScanStatus.UNKNOWN_FORM,
                ScanStatus.REGISTRATION_FAILED,
                // no file is known that brings these about
                ScanStatus.OUT_OF_MEMORY,
                ScanStatus.INTERNAL_ERROR);

        List<String> ends =
                CORPUS.stream().flatMap(broken -> broken.ends().stream()).toList();

        assertThat(CORPUS.stream().map(BrokenFile::name))
                .hasSizeGreaterThanOrEqualTo(60)
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(ScanStatus.values()).filter(status -> !decidedByTheForm.contains(status)))
                .allSatisfy(status -> assertThat(ends).anyMatch(end -> end.endsWith(" " + status)));
    }
}
