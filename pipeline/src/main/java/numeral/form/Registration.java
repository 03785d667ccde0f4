package numeral.form;

import java.util.List;
import numeral.form.page.Box;

/** What is printed on every copy of a form so that it can be found on a scan; template millimetres. */
public sealed interface Registration {

    /** Filled squares; three or more that are not on one line. */
    record Marks(List<Mark> marks) implements Registration {
        public Marks {
            marks = List.copyOf(marks);
        }
    }

    /** Long straight horizontal and vertical lines; two or more of each. */
    record Lines(List<Line> lines) implements Registration {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** A filled square by its centre and its side. */
    record Mark(double xMm, double yMm, double sizeMm) {

        /** The square itself. */
        public Box boxMm() {
            return new Box(xMm - sizeMm / 2, yMm - sizeMm / 2, sizeMm, sizeMm);
        }
    }

    /** The four sides of a box. */
    static List<Line> outline(Box box) {
        return List.of(
                new Line(box.x(), box.y(), box.right(), box.y()),
                new Line(box.x(), box.bottom(), box.right(), box.bottom()),
                new Line(box.x(), box.y(), box.x(), box.bottom()),
                new Line(box.right(), box.y(), box.right(), box.bottom()));
    }

    /** The middle of a printed line from end to end, parallel to an edge of the page. */
    record Line(double x1Mm, double y1Mm, double x2Mm, double y2Mm) {

        public boolean horizontal() {
            return y1Mm == y2Mm;
        }

        /** The part from one share of its length to another. */
        Line part(double from, double to) {
            double dx = x2Mm - x1Mm;
            double dy = y2Mm - y1Mm;
            return new Line(x1Mm + from * dx, y1Mm + from * dy, x1Mm + to * dx, y1Mm + to * dy);
        }

        public double lengthMm() {
            return Math.hypot(x2Mm - x1Mm, y2Mm - y1Mm);
        }
    }
}
