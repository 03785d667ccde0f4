package numeral.form;

/** Where the digits of a field stand, in template millimetres from the top left corner of the page. */
public sealed interface Layout {

    /** A row of printed boxes, one digit each; {@code pitchMm} is the distance from one left edge to the next. */
    record Cells(double xMm, double yMm, double cellWMm, double cellHMm, double pitchMm) implements Layout {

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
