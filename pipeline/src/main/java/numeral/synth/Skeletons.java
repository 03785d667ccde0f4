package numeral.synth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** All ways to write the ten digits, from {@code digit-skeletons.txt}. */
final class Skeletons {
    private static final List<List<Skeleton>> BY_DIGIT = read();

    private Skeletons() {}

    static List<Skeleton> of(int digit) {
        return BY_DIGIT.get(digit);
    }

    /**
     * One of the ways to write the digit by a custom, the common ones more often.
     *
     * @param variety share of their weight that rare ways have, 0 to 1
     */
    static Skeleton pick(int digit, Skeleton.Custom custom, double variety, SplittableRandom random) {
        List<Skeleton> ways =
                of(digit).stream().filter(way -> way.customs().contains(custom)).toList();
        double left = random.nextDouble()
                * ways.stream().mapToDouble(way -> way.weight(variety)).sum();
        for (Skeleton way : ways) {
            left -= way.weight(variety);
            if (left < 0) {
                return way;
            }
        }
        return ways.get(ways.size() - 1);
    }

    private static List<List<Skeleton>> read() {
        try (InputStream in = Skeletons.class.getResourceAsStream("digit-skeletons.txt")) {
            List<Skeleton> all = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Skeleton::parse)
                    .toList();
            return IntStream.range(0, 10)
                    .mapToObj(digit -> all.stream()
                            .filter(skeleton -> skeleton.digit() == digit)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("digit-skeletons.txt", e);
        }
    }
}
