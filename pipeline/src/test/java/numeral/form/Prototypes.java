package numeral.form;

import java.util.List;
import numeral.form.decide.DecisionSettings;
import numeral.form.decide.FieldDecoder;
import numeral.form.decide.FieldReading;
import numeral.form.decide.ScoredCrop;
import numeral.form.decide.ScoredField;

/** Stands in for a network in tests: the nearest of the ten drawn digits. */
public final class Prototypes {
    private static final FieldDecoder DECODER = new FieldDecoder(new DecisionSettings(0.9, 0.9, 0, 0.3, 0.3, 1));

    private static final byte[][] DRAWN = drawn();

    private Prototypes() {}

    public static FieldReading read(FieldSpec field, FieldRegion region) {
        List<ScoredCrop> scored = region.crops().stream()
                .map(crop -> new ScoredCrop(
                        crop.from(),
                        crop.to(),
                        crop.cost(),
                        crop.inkMm2(),
                        crop.residue(),
                        crop.mm(),
                        logits(crop.image())))
                .toList();
        return DECODER.decode(
                field, new ScoredField(field.name(), region.nodes(), region.state(), region.reasons(), scored));
    }

    private static float[] logits(byte[] image) {
        float[] logits = new float[10];
        for (int d = 0; d < 10; d++) {
            double distance = Double.MAX_VALUE;
            for (int shift : new int[] {0, -1, 1, -28, 28, -29, 29, -27, 27}) {
                distance = Math.min(distance, distance(image, DRAWN[d], shift));
            }
            logits[d] = (float) -distance;
        }
        return logits;
    }

    /** Squared distance; a centre of mass near a pixel's border may put the same digit one pixel further. */
    private static double distance(byte[] a, byte[] b, int shift) {
        double sum = 0;
        for (int i = 29; i < a.length - 29; i++) {
            double difference = ((a[i] & 0xff) - (b[i + shift] & 0xff)) / 255.0;
            sum += difference * difference;
        }
        return sum;
    }

    private static byte[][] drawn() {
        byte[][] images = new byte[10][];
        for (int d = 0; d < 10; d++) {
            images[d] = DrawnForm.normalisedDigit((char) ('0' + d));
        }
        return images;
    }
}
