package numeral.form;

import numeral.form.page.Affine;

/** How a page may lie on the scanner: quarter turns clockwise, and each of them seen from behind. */
enum Turn {
    UPRIGHT(false),
    RIGHT(false),
    UPSIDE_DOWN(false),
    LEFT(false),
    MIRRORED_UPRIGHT(true),
    MIRRORED_RIGHT(true),
    MIRRORED_UPSIDE_DOWN(true),
    MIRRORED_LEFT(true);

    private final boolean mirrored;

    Turn(boolean mirrored) {
        this.mirrored = mirrored;
    }

    boolean mirrored() {
        return mirrored;
    }

    private Turn plain() {
        return values()[ordinal() % 4];
    }

    boolean sideways() {
        return plain() == RIGHT || plain() == LEFT;
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
        Affine turned =
                switch (plain()) {
                    case RIGHT -> new Affine(0, -1, h, 1, 0, 0);
                    case UPSIDE_DOWN -> new Affine(-1, 0, w, 0, -1, h);
                    case LEFT -> new Affine(0, 1, 0, -1, 0, w);
                    default -> new Affine(1, 0, 0, 0, 1, 0);
                };
        return mirrored ? turned.then(new Affine(-1, 0, widthMm(template), 0, 1, 0)) : turned;
    }
}
