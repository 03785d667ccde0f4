package numeral.train;

import com.typesafe.config.Config;
import java.io.Serializable;

/**
 * Random changes to a training image, each drawn evenly from minus to plus the limit.
 *
 * @param shiftPx limit of the shift along each axis in pixels
 * @param rotateDegrees limit of the rotation about the centre
 * @param scale limit of the change in size: 0.1 is 10 % smaller to 10 % larger
 */
public record Augmentation(double shiftPx, double rotateDegrees, double scale) implements Serializable {
    /** Images as they are. */
    public static final Augmentation NONE = new Augmentation(0, 0, 0);

    public Augmentation {
        if (!(shiftPx >= 0 && rotateDegrees >= 0 && scale >= 0 && scale < 1)) {
            throw new IllegalArgumentException("augment has shift-px " + shiftPx + ", rotate-degrees " + rotateDegrees
                    + ", scale " + scale + ", expected 0 or more and a scale below 1");
        }
    }

    static Augmentation from(Config augment) {
        return new Augmentation(
                augment.getDouble("shift-px"), augment.getDouble("rotate-degrees"), augment.getDouble("scale"));
    }
}
