package numeral.form;

import numeral.form.SketchedForm.Pen;

/** Forms that nothing was ever tuned for: what post, tax, census, bank and examination offices print. */
enum UnseenForm {
    SEPARATE_BOXES {
        @Override
        SketchedForm sketch() {
            SketchedForm form = portrait();
            for (int row = 0; row < 8; row++) {
                form.text(20, 40 + 28 * row, 2.5, 12)
                        .cells(20, 45 + 28 * row, 5, 7, 6.5, 8 + row, Pen.PLAIN)
                        .cells(140, 45 + 28 * row, 5, 7, 6.5, 4, Pen.PLAIN);
            }
            return form;
        }
    },
    JOINED_BOXES {
        @Override
        SketchedForm sketch() {
            SketchedForm form = portrait();
            for (int row = 0; row < 12; row++) {
                form.text(20, 36 + 20 * row, 2.2, 25).joined(20, 40 + 20 * row, 5, 6.5, 9 + row, Pen.PLAIN);
            }
            return form;
        }
    },
    CLOSED_COMBS {
        @Override
        SketchedForm sketch() {
            SketchedForm form = portrait();
            for (int row = 0; row < 10; row++) {
                double share = row % 2 == 0 ? 0.35 : 0.5;
                form.text(20, 36 + 24 * row, 2.2, 20).comb(20, 40 + 24 * row, 5, 7, 12 + row, share, Pen.PLAIN);
            }
            return form;
        }
    },
    OPEN_COMBS {
        @Override
        SketchedForm sketch() {
            SketchedForm form = portrait();
            for (int row = 0; row < 10; row++) {
                double tick = row % 2 == 0 ? 2.5 : 4;
                form.text(20, 33 + 24 * row, 2.2, 20).openComb(20, 44 + 24 * row, 5.5, tick, 8 + row, Pen.PLAIN);
            }
            return form;
        }
    },
    THIN_LINES {
        @Override
        SketchedForm sketch() {
            return mixed(portrait(), new Pen(0.15, 40));
        }
    },
    THICK_LINES {
        @Override
        SketchedForm sketch() {
            return mixed(portrait(), new Pen(0.8, 0));
        }
    },
    DOTTED_LINES {
        @Override
        SketchedForm sketch() {
            return mixed(portrait(), new Pen(0.3, 0, 0.3f, 0.5f));
        }
    },
    DASHED_LINES {
        @Override
        SketchedForm sketch() {
            return mixed(portrait(), new Pen(0.25, 0, 1.2f, 0.8f));
        }
    },
    PALE_LINES {
        @Override
        SketchedForm sketch() {
            return mixed(portrait(), new Pen(0.3, 195));
        }
    },
    TABLE {
        @Override
        SketchedForm sketch() {
            SketchedForm form = portrait();
            for (int row = 0; row < 14; row++) {
                double y = 50 + 9 * row;
                form.frame(15, y, 70, 9, Pen.PLAIN).text(18, y + 3, 2.5, 20);
                form.joined(85, y, 6, 9, 4, Pen.PLAIN).joined(109, y, 5, 9, 9, Pen.PLAIN);
                form.strip(154, y, 41, 9, 6, Pen.PLAIN);
            }
            return form.joined(20, 220, 5, 7, 10, Pen.PLAIN);
        }
    },
    CAPTIONS_INSIDE {
        @Override
        SketchedForm sketch() {
            SketchedForm form = portrait();
            for (int row = 0; row < 8; row++) {
                double y = 45 + 26 * row;
                form.strip(15, y, 60, 11, 8, Pen.PLAIN).text(16, y + 0.8, 1.6, 14);
                form.strip(75, y, 50, 11, 6, Pen.PLAIN).text(76, y + 0.8, 1.6, 20);
                form.cells(130, y, 7, 9, 8.5, 7, Pen.PLAIN);
                for (int i = 0; i < 7; i++) {
                    form.text(130.6 + 8.5 * i, y + 0.7, 1.5, 2);
                }
            }
            return form;
        }
    },
    FRAMED {
        @Override
        SketchedForm sketch() {
            SketchedForm form = portrait().frame(10, 10, 190, 277, new Pen(0.8, 0));
            for (int part = 0; part < 4; part++) {
                double y = 40 + 58 * part;
                form.frame(14, y, 182, 52, Pen.PLAIN).text(18, y + 4, 3, 20);
                form.joined(20, y + 12, 5, 7, 16, Pen.PLAIN).joined(120, y + 12, 5, 7, 8, Pen.PLAIN);
                form.text(20, y + 24, 2.5, 30).cells(20, y + 30, 6, 8, 7, 10, Pen.PLAIN);
                form.strip(120, y + 30, 40, 9, 6, Pen.PLAIN);
            }
            return form;
        }
    },
    TWO_SIZES {
        @Override
        SketchedForm sketch() {
            SketchedForm form = portrait();
            for (int row = 0; row < 7; row++) {
                double y = 45 + 32 * row;
                form.text(20, y - 5, 2.5, 18);
                form.joined(20, y, 4, 5, 2, Pen.PLAIN).joined(31, y, 4, 5, 2, Pen.PLAIN);
                form.joined(42, y, 4, 5, 4, Pen.PLAIN);
                form.cells(75, y - 2, 8, 10, 9.5, 6, Pen.PLAIN).joined(150, y, 4.2, 6, 10, Pen.PLAIN);
            }
            return form;
        }
    },
    /** Day, month and year with gaps between them, in boxes and in combs. */
    GROUPS {
        @Override
        SketchedForm sketch() {
            SketchedForm form = portrait();
            for (int row = 0; row < 8; row++) {
                double y = 45 + 28 * row;
                double gap = row % 2 == 0 ? 5 : 2.5;
                double month = 20 + 11.6 + gap;
                double year = month + 11.6 + gap;
                form.text(20, y - 5, 2.5, 12).joined(20, y, 5.8, 7, 2, Pen.PLAIN);
                form.joined(month, y, 5.8, 7, 2, Pen.PLAIN).joined(year, y, 5.8, 7, 4, Pen.PLAIN);
                form.comb(110, y, 6, 8, 2, 0.35, Pen.PLAIN).comb(122 + gap, y, 6, 8, 2, 0.35, Pen.PLAIN);
                form.comb(134 + 2 * gap, y, 6, 8, 4, 0.35, Pen.PLAIN);
            }
            return form;
        }
    },
    /** Long boxes for numbers of two digits to ten, all as high. */
    LONG_BOXES {
        @Override
        SketchedForm sketch() {
            SketchedForm form = portrait();
            for (int row = 0; row < 9; row++) {
                double y = 45 + 26 * row;
                double x = 14;
                for (int i = 0; i < 4; i++) {
                    int digits = 2 + (i + row) % 4 * (1 + i % 2);
                    form.text(x, y - 4, 2.2, digits).strip(x, y, 5.1 * digits, 7.6, digits, Pen.PLAIN);
                    x += 5.1 * digits + 9;
                }
            }
            return form;
        }
    },
    LANDSCAPE {
        @Override
        SketchedForm sketch() {
            return mixed(new SketchedForm(297, 210, ordinal()).text(30, 12, 5, 30), Pen.PLAIN);
        }
    },
    WHITE_ON_TINT {
        @Override
        SketchedForm sketch() {
            SketchedForm form = portrait();
            for (int part = 0; part < 4; part++) {
                double y = 25 + 66 * part;
                form.area(12, y, 186, 58, 190 + 10 * part).text(16, y + 3, 3, 12);
                form.white(16, y + 12, 5.8, 7.5, 6.4, 14).white(120, y + 12, 5.8, 7.5, 6.4, 2);
                form.white(140, y + 12, 5.8, 7.5, 6.4, 2).white(160, y + 12, 5.8, 7.5, 6.4, 4);
                form.text(16, y + 28, 2.5, 20).white(16, y + 34, 6, 8, 8, 9 + part);
            }
            return form;
        }
    },
    /** Walls that hang from the upper line and end half-way. */
    HANGING_COMBS {
        @Override
        SketchedForm sketch() {
            SketchedForm form = portrait();
            for (int row = 0; row < 10; row++) {
                double y = 40 + 24 * row;
                double share = row % 2 == 0 ? 0.35 : 0.5;
                form.text(20, y - 4, 2.2, 20).hangingComb(20, y, 5.5, 7.5, 6 + row, share, Pen.PLAIN);
                form.hangingComb(130, y, 5.5, 7.5, 2, share, Pen.PLAIN)
                        .hangingComb(150, y, 5.5, 7.5, 4, share, Pen.PLAIN);
            }
            return form;
        }
    };

    abstract SketchedForm sketch();

    SketchedForm portrait() {
        return new SketchedForm(210, 297, ordinal()).text(40, 15, 5, 20).text(20, 25, 2, 80);
    }

    private static SketchedForm mixed(SketchedForm form, Pen pen) {
        for (int row = 0; row < 6; row++) {
            double y = 38 + 28 * row;
            form.text(20, y - 4, 2.2, 20);
            form.joined(20, y, 5, 7, 14, pen).cells(110, y, 5, 7, 6.5, 9, pen);
            form.strip(20, y + 12, 45, 9, 6, pen).cells(80, y + 12, 6, 8, 7, 12, pen);
        }
        return form;
    }
}
