package numeral.network;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** NVIDIA's version of a GPU's instruction set, such as 8.6. */
record ComputeCapability(int major, int minor) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,2})");

    /** What nd4j-cuda-11.6 1.0.0-M2.1 holds machine code for, read from its fat binary; it holds no PTX to compile for others. */
    static final List<ComputeCapability> COMPILED = List.of(
            new ComputeCapability(3, 7),
            new ComputeCapability(5, 0),
            new ComputeCapability(5, 2),
            new ComputeCapability(6, 0),
            new ComputeCapability(6, 1),
            new ComputeCapability(7, 0),
            new ComputeCapability(7, 5),
            new ComputeCapability(8, 0),
            new ComputeCapability(8, 6));

    static ComputeCapability parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("compute capability is '" + text + "', expected a form like 8.6");
        }
        return new ComputeCapability(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** The newest code that runs here: machine code runs on its own major version from its minor version on. */
    Optional<ComputeCapability> code() {
        return COMPILED.stream()
                .filter(compiled -> compiled.major == major && compiled.minor <= minor)
                .max(Comparator.comparingInt(ComputeCapability::minor));
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
