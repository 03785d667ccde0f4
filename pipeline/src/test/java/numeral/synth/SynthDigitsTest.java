package numeral.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import numeral.idx.ElementType;
import numeral.idx.IdxReader;
import numeral.synth.SynthDigits.Packing;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthDigitsTest {
    private final DigitSettings settings = DigitSettings.from(ConfigFactory.load());

    @TempDir
    private Path folder;

    @Test
    void writesIdxFilesUnderMnistsNames() throws IOException {
        List<String> files = write("a", 7, Packing.GZIP);

        assertThat(files)
                .extracting(file -> Path.of(file).getFileName().toString())
                .containsExactly(
                        "train-images-idx3-ubyte.gz",
                        "train-labels-idx1-ubyte.gz",
                        "train-writers-idx2-int.gz",
                        "t10k-images-idx3-ubyte.gz",
                        "t10k-labels-idx1-ubyte.gz",
                        "t10k-writers-idx2-int.gz");
        assertThat(header(files.get(0))).isEqualTo("ubyte 250x28x28");
        assertThat(header(files.get(1))).isEqualTo("ubyte 250");
        assertThat(header(files.get(2))).isEqualTo("int 250x8");
        assertThat(header(files.get(3))).isEqualTo("ubyte 30x28x28");
    }

    @Test
    void partsShareNoWriter() throws IOException {
        List<String> files = write("a", 7, Packing.RAW);

        assertThat(writers(files.get(2))).contains(0, 1, 2).allMatch(writer -> writer < 3);
        assertThat(writers(files.get(5))).containsOnly(1_000_000_000);
    }

    @Test
    void oneSeedGivesOneResult() throws IOException {
        byte[] first = Files.readAllBytes(Path.of(write("a", 7, Packing.RAW).get(0)));
        byte[] again = Files.readAllBytes(Path.of(write("b", 7, Packing.RAW).get(0)));
        byte[] other = Files.readAllBytes(Path.of(write("c", 8, Packing.RAW).get(0)));

        assertThat(again).isEqualTo(first);
        assertThat(other).hasSameSizeAs(first).isNotEqualTo(first);
    }

    @Test
    void digitsAreNormalisedAsMnistIs() {
        DigitPart part = new DigitPart(3, "train", 0, new DigitSettings(20, 1));
        int[] labels = new int[10];
        for (int i = 0; i < 500; i++) {
            SynthDigit digit = part.digit(i);
            labels[digit.label()]++;
            assertThat(digit.image()).contains((byte) 255);
            assertThat(longestSide(digit.image())).isEqualTo(20);
            // a crossed seven that tapers has so much of its ink at the top that its box may meet the border before its
            // centre is in the middle
            double least = meetsTheBorder(digit.image()) ? 13.0 : 13.9;
            assertThat(centre(digit.image(), 0)).isBetween(13.9, 15.1);
            assertThat(centre(digit.image(), 1)).isBetween(least, 15.1);
        }
        assertThat(IntStream.of(labels).min().orElseThrow()).isGreaterThan(20);
    }

    @Test
    void everyDigitCanBeWrittenInSeveralWays() {
        for (int digit = 0; digit < 10; digit++) {
            assertThat(Skeletons.of(digit)).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void rareWaysAreDrawnAsOftenAsVarietySays() {
        assertThat(rareOf(0)).isZero();
        // rare twos have 8 of 19 parts of the weight, or a fifth of the 8 beside the other 11
        assertThat(rareOf(0.2) / 20_000.0).isCloseTo(1.6 / 12.6, within(0.02));
        assertThat(rareOf(1) / 20_000.0).isCloseTo(8.0 / 19, within(0.02));
    }

    @Test
    void digitsAreDrawnWithTheVarietyOfTheSettings() {
        DigitPart various = new DigitPart(3, "train", 0, new DigitSettings(20, 1));
        DigitPart common = new DigitPart(3, "train", 0, new DigitSettings(20, 0));

        assertThat(common.digit(5).image()).isNotEqualTo(various.digit(5).image());
    }

    private static long rareOf(double variety) {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, 20_000)
                .filter(i -> Skeletons.pick(2, Skeleton.Custom.PLAIN, variety, random)
                                .usage()
                        == Skeleton.Usage.RARE)
                .count();
    }

    @Test
    void whoeverBeginsAOneWithAnUpstrokeCrossesTheSeven() {
        for (Skeleton seven : Skeletons.of(7)) {
            boolean crossed = seven.strokes().size() > 1;
            assertThat(seven.customs()).containsExactly(crossed ? Skeleton.Custom.CROSSED : Skeleton.Custom.PLAIN);
        }
        for (Skeleton one : Skeletons.of(1)) {
            boolean upstroke = one.strokes().size() == 1 && one.strokes().get(0).size() > 1;
            assertThat(upstroke && one.customs().contains(Skeleton.Custom.PLAIN))
                    .isFalse();
        }
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> new DigitSettings(0, 1.5))
                .hasMessage(
                        "numeral.synth.digits: digits-per-writer: expected 1 or more, found 0; variety: expected 0 to 1, found 1.5");
    }

    private List<String> write(String name, long seed, Packing packing) throws IOException {
        return new SynthDigits(new Configuration(), settings, seed)
                .write(folder.resolve(name).toString(), 250, 30, packing);
    }

    private static String header(String file) throws IOException {
        try (IdxReader reader = IdxReader.open(file, Files.newInputStream(Path.of(file)))) {
            reader.skip(reader.header().records());
            return reader.header().toString();
        }
    }

    private static List<Integer> writers(String file) throws IOException {
        try (IdxReader reader = IdxReader.open(file, Files.newInputStream(Path.of(file)))) {
            byte[] row = new byte[32];
            List<Integer> writers = new ArrayList<>();
            while (reader.next(row)) {
                writers.add((int) ElementType.INT.get(ByteBuffer.wrap(row), 2));
            }
            return writers;
        }
    }

    private static int longestSide(byte[] image) {
        int[] x = IntStream.range(0, 784)
                .filter(i -> image[i] != 0)
                .map(i -> i % 28)
                .toArray();
        int[] y = IntStream.range(0, 784)
                .filter(i -> image[i] != 0)
                .map(i -> i / 28)
                .toArray();
        return 1 + Math.max(span(x), span(y));
    }

    private static int span(int[] positions) {
        return IntStream.of(positions).max().orElseThrow()
                - IntStream.of(positions).min().orElseThrow();
    }

    private static boolean meetsTheBorder(byte[] image) {
        return IntStream.range(27 * 28, 28 * 28).anyMatch(i -> image[i] != 0);
    }

    private static double centre(byte[] image, int axis) {
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < 784; i++) {
            int ink = image[i] & 0xFF;
            sum += ink;
            weighted += ink * (0.5 + (axis == 0 ? i % 28 : i / 28));
        }
        return weighted / sum;
    }
}
