package numeral.form;

/** How a page may lie on the scanner: quarter turns clockwise. */
enum Turn {
    UPRIGHT,
    RIGHT,
    UPSIDE_DOWN,
    LEFT;

    boolean sideways() {
        return this == RIGHT || this == LEFT;
    }

    double widthMm(Template template) {
        return sideways() ? template.heightMm() : template.widthMm();
    }

    double heightMm(Template template) {
        return sideways() ? template.widthMm() : template.heightMm();
    }

    /** From template millimetres to millimetres on the page as it lies. */
    Affine map(Template template) {
        double w = template.widthMm();
        double h = template.heightMm();
        return switch (this) {
            case UPRIGHT -> new Affine(1, 0, 0, 0, 1, 0);
            case RIGHT -> new Affine(0, -1, h, 1, 0, 0);
            case UPSIDE_DOWN -> new Affine(-1, 0, w, 0, -1, h);
            case LEFT -> new Affine(0, 1, 0, -1, 0, w);
        };
    }
}
