package numeral.synth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Printed capitals from {@code letters.txt}, so that no font has to be installed. */
final class Letters {
    private static final double ADVANCE = 0.8;
    private static final double RADIUS = 0.055;
    private static final Map<Character, List<Skeleton.Curve>> SHAPES = read();

    private Letters() {}

    /** Strokes of a text whose first capital has its top left corner at the point; characters without a shape leave a gap. */
    static List<Stroke> print(String text, double xMm, double yMm, double heightMm) {
        List<Stroke> strokes = new ArrayList<>();
        String capitals = text.toUpperCase(Locale.ROOT);
        for (int i = 0; i < capitals.length(); i++) {
            for (Skeleton.Curve curve : SHAPES.getOrDefault(capitals.charAt(i), List.of())) {
                double[] radius = new double[curve.x().length];
                Arrays.fill(radius, RADIUS);
                strokes.add(
                        new Stroke(curve.x(), curve.y(), radius).placed(heightMm, xMm + i * ADVANCE * heightMm, yMm));
            }
        }
        return strokes;
    }

    private static Map<Character, List<Skeleton.Curve>> read() {
        try (InputStream in = Letters.class.getResourceAsStream("letters.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toMap(
                            line -> line.charAt(0), line -> Skeleton.strokes(line.substring(1)).stream()
                                    .flatMap(List::stream)
                                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("letters.txt", e);
        }
    }
}
