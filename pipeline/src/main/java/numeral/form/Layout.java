package numeral.form;

import numeral.form.page.Box;

/** Where the digits of a field stand, in template millimetres from the top left corner of the page. */
public sealed interface Layout {

    /**
     * A row of printed boxes, one digit each, or a comb.
     *
     * @param pitchMm distance from one left edge to the next
     * @param wallMm how high the walls between cells are; those of a comb end half-way
     */
    record Cells(double xMm, double yMm, double cellWMm, double cellHMm, double pitchMm, double wallMm, Comb comb)
            implements Layout {

        /** Boxes that are closed on all sides. */
        public Cells(double xMm, double yMm, double cellWMm, double cellHMm, double pitchMm) {
            this(xMm, yMm, cellWMm, cellHMm, pitchMm, cellHMm, Comb.STANDING);
        }

        /** The box of the cell at {@code index}, from 0. */
        public Box cellMm(int index) {
            return new Box(xMm + index * pitchMm, yMm, cellWMm, cellHMm);
        }

        /** Whether there is no upper side, so that the outer walls are no higher than the others. */
        boolean open() {
            return comb == Comb.OPEN;
        }

        /** The part of a row that the walls between its cells reach. */
        Box wallsMm(Box row) {
            double top = comb == Comb.HANGING ? row.y() : row.bottom() - wallMm;
            return new Box(row.x(), top, row.w(), wallMm);
        }

        /** Whether neighbours share a printed line. */
        boolean joined() {
            return pitchMm - cellWMm < 0.05;
        }
    }

    /** Where the walls of a comb begin. */
    enum Comb {
        /** On the lower side. */
        STANDING,
        /** On the lower side, and there is no upper one. */
        OPEN,
        /** On the upper side. */
        HANGING
    }

    /** One printed box in which the digits stand freely. */
    record Strip(double xMm, double yMm, double wMm, double hMm) implements Layout {}
}
