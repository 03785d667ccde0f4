package numeral.form.decide;

import numeral.form.Crop;
import numeral.form.page.Box;

/**
 * A crop that a classifier has scored.
 *
 * @param from node where the arc starts
 * @param to node where it ends
 * @param cost negative log prior of the cut, as in {@link Crop}
 * @param inkMm2 ink in square millimetres
 * @param residue share of the ink that looks like a printed line
 * @param mm bounding box of the ink in template millimetres
 * @param logits ten, digit 0 first
 */
public record ScoredCrop(int from, int to, double cost, double inkMm2, double residue, Box mm, float[] logits) {
    public ScoredCrop {
        if (logits.length != 10) {
            throw new IllegalArgumentException("crop with " + logits.length + " logits: expected 10");
        }
    }

    /** The same crop with what else is known of its digit. */
    ScoredCrop with(float[] otherLogits) {
        return new ScoredCrop(from, to, cost, inkMm2, residue, mm, otherLogits);
    }
}
