package numeral.form;

import numeral.form.page.Box;

/** Where the digits of a field stand, in template millimetres from the top left corner of the page. */
public sealed interface Layout {

    /**
     * A row of printed boxes, one digit each, or a comb.
     *
     * @param pitchMm distance from one left edge to the next
     * @param wallMm how high the walls between cells rise from their lower side; those of a comb end below the upper one
     * @param open whether a comb has no upper side, so that its outer walls are no higher than the others
     */
    record Cells(double xMm, double yMm, double cellWMm, double cellHMm, double pitchMm, double wallMm, boolean open)
            implements Layout {

        /** Boxes that are closed on all sides. */
        public Cells(double xMm, double yMm, double cellWMm, double cellHMm, double pitchMm) {
            this(xMm, yMm, cellWMm, cellHMm, pitchMm, cellHMm, false);
        }

        /** The box of the cell at {@code index}, from 0. */
        public Box cellMm(int index) {
            return new Box(xMm + index * pitchMm, yMm, cellWMm, cellHMm);
        }

        /** Whether neighbours share a printed line. */
        boolean joined() {
            return pitchMm - cellWMm < 0.05;
        }
    }

    /** One printed box in which the digits stand freely. */
    record Strip(double xMm, double yMm, double wMm, double hMm) implements Layout {}
}
