package numeral;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Real files that are never part of this repository: below NUMERAL_DATA, or in shared/data beside a folder above. */
public final class SharedData {
    private SharedData() {}

    /** File or folder below the shared data; skips the calling test where it is absent. */
    public static Path require(String relative) {
        List<Path> roots = roots();
        for (Path root : roots) {
            Path path = root.resolve(relative);
            if (Files.exists(path)) {
                return path;
            }
        }
        return Assumptions.abort(
                "no " + relative + " below any of " + roots + "; set NUMERAL_DATA to a folder that has it");
    }

    private static List<Path> roots() {
        String named = System.getenv("NUMERAL_DATA");
        if (named != null) {
            return List.of(Path.of(named).toAbsolutePath());
        }
        List<Path> roots = new ArrayList<>();
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            roots.add(folder.resolve("shared/data"));
        }
        return roots;
    }
}
