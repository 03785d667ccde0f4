package numeral.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanStatusTest {
    @Test
    void theTableInTheDocumentationSaysTheSame() throws Exception {
        List<String> rows = Files.readAllLines(documentation()).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(ScanStatus.values())
                        .map(status -> "| `" + status + "` | " + (status.failed() ? "yes" : "no") + " | "
                                + status.sentence() + " |")
                        .toList());
    }

    private static Path documentation() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/statuses.md"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs/statuses.md");
    }
}
