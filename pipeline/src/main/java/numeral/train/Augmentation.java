package numeral.train;

import com.typesafe.config.Config;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Random changes to a training image, each drawn evenly from minus to plus the limit where nothing else is said.
 *
 * @param shiftPx limit of the shift along each axis in pixels
 * @param rotateDegrees limit of the rotation about the centre
 * @param scale limit of the change in size: 0.1 is 10 % smaller to 10 % larger
 * @param stretch limit of the change of width against height, as a share
 * @param shear limit of the slant: pixels to the side for each pixel of height
 * @param oneSevenShare share of rotation and slant that a 1 and a 7 get: how steep a stroke is tells them apart
 * @param elasticPx standard deviation of a smooth random displacement in pixels
 * @param thicknessPx limit of how far the outline of the stroke moves outwards or inwards
 * @param fade largest share of the ink's darkness that is lost, drawn from 0 on
 * @param noise largest standard deviation of the noise on paper and ink, drawn from 0 on; full ink is 1
 * @param residueShare share of the images that get a piece of a printed line near their border
 * @param coarseShare share of the images that a scanner of fewer dots per inch has seen
 * @param coarsePx largest side of its pixels, drawn from 1 on
 * @param finalShare share of all these limits that is left in the last epoch; they fall evenly over the last third of the epochs, as images that are
 *     read are not distorted (He and others 2019, "Data Augmentation Revisited")
 */
public record Augmentation(
        double shiftPx,
        double rotateDegrees,
        double scale,
        double stretch,
        double shear,
        double oneSevenShare,
        double elasticPx,
        double thicknessPx,
        double fade,
        double noise,
        double residueShare,
        double coarseShare,
        double coarsePx,
        double finalShare)
        implements Serializable {
    /** Share of the epochs, the last ones, in which the limits fall. */
    private static final double FALLING = 1 / 3.0;

    /** Images as they are. */
    public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1);

    public Augmentation {
        List<String> problems = new ArrayList<>();
        within(problems, "shift-px", shiftPx, 0, 14);
        within(problems, "rotate-degrees", rotateDegrees, 0, 180);
        within(problems, "scale", scale, 0, 0.9);
        within(problems, "stretch", stretch, 0, 0.9);
        within(problems, "shear", shear, 0, 2);
        within(problems, "one-seven-share", oneSevenShare, 0, 1);
        within(problems, "elastic-px", elasticPx, 0, 10);
        within(problems, "thickness-px", thicknessPx, 0, 1);
        within(problems, "fade", fade, 0, 0.95);
        within(problems, "noise", noise, 0, 0.5);
        within(problems, "residue-share", residueShare, 0, 1);
        within(problems, "coarse-share", coarseShare, 0, 1);
        within(problems, "coarse-px", coarsePx, 1, 7);
        within(problems, "final-share", finalShare, 0, 1);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("augment: " + String.join("; ", problems));
        }
    }

    static Augmentation from(Config augment) {
        return new Augmentation(
                augment.getDouble("shift-px"),
                augment.getDouble("rotate-degrees"),
                augment.getDouble("scale"),
                augment.getDouble("stretch"),
                augment.getDouble("shear"),
                augment.getDouble("one-seven-share"),
                augment.getDouble("elastic-px"),
                augment.getDouble("thickness-px"),
                augment.getDouble("fade"),
                augment.getDouble("noise"),
                augment.getDouble("residue-share"),
                augment.getDouble("coarse-share"),
                augment.getDouble("coarse-px"),
                augment.getDouble("final-share"));
    }

    /** The limits for images of one digit. */
    Augmentation of(int digit) {
        return digit == 1 || digit == 7 ? times(1, oneSevenShare) : this;
    }

    /** The limits in one of so many epochs, counted from 0. */
    Augmentation in(int epoch, int epochs) {
        double fallen = Math.max(0, 1 - (epochs - 1.0 - epoch) / (FALLING * epochs));
        return times(1 - (1 - finalShare) * fallen, 1);
    }

    /** A share of all limits, and of rotation and slant a share of that. */
    private Augmentation times(double share, double leaning) {
        return new Augmentation(
                share * shiftPx,
                share * leaning * rotateDegrees,
                share * scale,
                share * stretch,
                share * leaning * shear,
                oneSevenShare,
                share * elasticPx,
                share * thicknessPx,
                share * fade,
                share * noise,
                share * residueShare,
                share * coarseShare,
                coarsePx,
                finalShare);
    }

    private static void within(List<String> problems, String name, double value, int least, double most) {
        if (!(value >= least && value <= most)) {
            problems.add(name + " is " + value + ", expected " + least + " to " + most);
        }
    }
}
