package numeral.synth;

import java.util.List;

/** A written digit with the box around its ink. */
record Glyph(List<Stroke> strokes, double left, double top, double right, double bottom) {

    static Glyph of(List<Stroke> strokes) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Stroke stroke : strokes) {
            for (int i = 0; i < stroke.points(); i++) {
                double radius = stroke.radius()[i];
                left = Math.min(left, stroke.x()[i] - radius);
                right = Math.max(right, stroke.x()[i] + radius);
                top = Math.min(top, stroke.y()[i] - radius);
                bottom = Math.max(bottom, stroke.y()[i] + radius);
            }
        }
        return new Glyph(List.copyOf(strokes), left, top, right, bottom);
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    Glyph placed(double scale, double dx, double dy) {
        return of(strokes.stream().map(stroke -> stroke.placed(scale, dx, dy)).toList());
    }
}
