package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import numeral.form.learn.TemplateLearner;
import numeral.form.page.Affine;
import numeral.form.page.Box;
import numeral.form.page.Page;
import numeral.form.page.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A template learnt from one crooked scan of a form nobody tuned for finds the fields of another scan, which is filled. */
class UnseenFormTest {
    private static final FormSettings SETTINGS = FormSettings.from(ConfigFactory.defaultReference());
    private static final int DPI = 150;
    private static final double PLACE_MM = 0.5;
    private static final double REGISTERED_MM = 0.3;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "THICK_LINES")
    void learnsTheFieldsAndFindsThemAgain(UnseenForm unseen) {
        SketchedForm form = unseen.sketch();
        Template learnt = learnt(form, 2);

        for (FieldSpec field : form.fields()) {
            assertThat(match(learnt, field)).as(field.toString()).isPresent();
        }
        AffineTransform placement = AffineTransform.getTranslateInstance(2, -1.5);
        placement.rotate(Math.toRadians(-1.1), form.widthMm() / 2, form.heightMm() / 2);
        placement.scale(1.004, 0.997);
        Page page = new Views(unseen.sketch().filled(0.75).scan(DPI, placement, 5)).of(learnt);
        Location.Found found = (Location.Found) new Registrar(learnt, SETTINGS).locate(page);
        FieldReader reader = new FieldReader(learnt, SETTINGS);
        for (FieldSpec field : form.fields()) {
            FieldSpec own = match(learnt, field).orElseThrow();
            FieldFit fit = reader.locate(page, own, found.warp().at(own.boxMm()));
            assertThat(reader.doubts(fit)).as(field.toString()).isEmpty();
            assertThat(distanceMm(field, own, fit.mmToPx(), placement))
                    .as(field.toString())
                    .isLessThan(REGISTERED_MM);
        }
    }

    /** Two thick lines side by side look like one: such rows may be missed, others must not be. */
    @Test
    void learnsMostOfAFormWithThickLines() {
        SketchedForm form = UnseenForm.THICK_LINES.sketch();
        Template learnt = learnt(form, 1);

        long found = form.fields().stream()
                .filter(field -> match(learnt, field).isPresent())
                .count();
        assertThat(found).isGreaterThanOrEqualTo(form.fields().size() * 2L / 3);
    }

    /** Strokes look like walls and hide lines, so that a few rows may be missed, most of them where lines are dotted or pale. */
    @Test
    void learnsMostRowsOfCellsFromPagesThatAreFilled() {
        assertThat(shareLearntFromFilled(
                        Layout.Cells.class,
                        0.9,
                        EnumSet.complementOf(
                                EnumSet.of(UnseenForm.THICK_LINES, UnseenForm.GROUPS, UnseenForm.HANGING_COMBS))))
                .isGreaterThan(0.85);
    }

    /** The one tick of a comb of two cells is easily hidden by a digit. */
    @Test
    void learnsMostGroupsFromPagesThatAreFilled() {
        assertThat(shareLearntFromFilled(Layout.Cells.class, 0.9, EnumSet.of(UnseenForm.GROUPS)))
                .isGreaterThan(0.6);
    }

    /** Digits hide where the walls of a comb end. */
    @Test
    void learnsMostHangingCombsFromPagesThatAreFilled() {
        assertThat(shareLearntFromFilled(Layout.Cells.class, 0.75, EnumSet.of(UnseenForm.HANGING_COMBS)))
                .isGreaterThan(0.6);
    }

    @Test
    void tellsWallsThatHangFromThoseThatStand() {
        assertThat(combs(UnseenForm.HANGING_COMBS)).containsOnly(Layout.Comb.HANGING);
        assertThat(combs(UnseenForm.CLOSED_COMBS)).containsOnly(Layout.Comb.STANDING);
        assertThat(combs(UnseenForm.OPEN_COMBS)).containsOnly(Layout.Comb.OPEN);
    }

    private static List<Layout.Comb> combs(UnseenForm unseen) {
        SketchedForm form = unseen.sketch();
        Template learnt = learnt(form, 2);
        return form.fields().stream()
                .map(field -> (Layout.Cells) match(learnt, field).orElseThrow().layout())
                .map(Layout.Cells::comb)
                .toList();
    }

    /** Of long boxes with dotted lines most are missed: gaps and strokes close in smaller ones. */
    @Test
    void learnsMostStripsFromPagesThatAreFilled() {
        Set<UnseenForm> forms = EnumSet.complementOf(
                EnumSet.of(UnseenForm.THICK_LINES, UnseenForm.DOTTED_LINES, UnseenForm.DASHED_LINES));
        assertThat(shareLearntFromFilled(Layout.Strip.class, 0.75, forms)).isGreaterThan(0.85);
    }

    private static double shareLearntFromFilled(
            Class<? extends Layout> layout, double digitShare, Set<UnseenForm> forms) {
        long fields = 0;
        long found = 0;
        for (UnseenForm unseen : forms) {
            SketchedForm form = unseen.sketch().filled(digitShare);
            Template learnt = learnt(form, 1);
            for (FieldSpec field : form.fields()) {
                boolean counts = layout.isInstance(field.layout());
                fields += counts ? 1 : 0;
                found += counts && match(learnt, field).isPresent() ? 1 : 0;
            }
        }
        return (double) found / fields;
    }

    @Test
    void proposesAsManyDigitsForAStripAsAreWrittenThere() {
        SketchedForm form = new SketchedForm(210, 297, 7);
        for (int row = 0; row < 6; row++) {
            form.strip(20, 40 + 30 * row, 50.8, 7.6, 6, SketchedForm.Pen.PLAIN);
        }

        assertThat(learnt(form, 1).fields())
                .hasSize(6)
                .extracting(FieldSpec::length)
                .containsOnly(10);
        assertThat(learnt(form.filled(0.6), 1).fields())
                .hasSize(6)
                .extracting(FieldSpec::length)
                .containsOnly(6);
    }

    /** A frame so near to the outer walls that both look like one thick wall. */
    @Test
    void tellsCellsFromTheFrameAroundThem() {
        SketchedForm form = new SketchedForm(210, 297, 8);
        for (int row = 0; row < 8; row++) {
            double y = 30 + 30 * row;
            form.joined(20, y, 5.8, 7, 2 + row, SketchedForm.Pen.PLAIN);
            form.frame(20 - 0.7, y - 0.7, (2 + row) * 5.8 + 1.4, 7 + 1.4, SketchedForm.Pen.PLAIN);
        }
        Template learnt = learnt(form, 0);

        assertThat(learnt.fields()).hasSize(8);
        for (int row = 0; row < 8; row++) {
            Layout.Cells cells = (Layout.Cells) learnt.fields().get(row).layout();
            assertThat(learnt.fields().get(row).length()).isEqualTo(2 + row);
            assertThat(cells.xMm()).isCloseTo(20, within(0.15));
            assertThat(cells.pitchMm()).isCloseTo(5.8, within(0.1));
        }
    }

    @Test
    void readsNothingFromBlankCellsThatHoldACaption() {
        SketchedForm form = new SketchedForm(210, 297, 9);
        for (int row = 0; row < 4; row++) {
            form.joined(20, 40 + 30 * row, 6, 9, 6, SketchedForm.Pen.PLAIN);
        }
        Template learnt = learnt(form, 0);
        for (int row = 0; row < 4; row++) {
            for (int letter = 0; letter < 4; letter++) {
                form.frame(21 + 1.5 * letter, 41 + 30 * row, 0.8, 1.2, SketchedForm.Pen.PLAIN);
            }
        }
        Raster page = form.scan(2 * DPI, new AffineTransform(), 0);
        FieldReader reader = new FieldReader(learnt, SETTINGS);

        assertThat(learnt.fields()).hasSize(4).allSatisfy(field -> assertThat(
                        reader.read(new Views(page), field, Affine.scale(2 * DPI / 25.4, 2 * DPI / 25.4))
                                .crops())
                .isEmpty());
    }

    @Test
    void learnsBoxesInATintOnlyWhereTheTintShows() {
        SketchedForm form = UnseenForm.WHITE_ON_TINT.sketch();

        assertThat(learnt(form, 0).tinted()).isTrue();
        assertThat(learnt(UnseenForm.TABLE.sketch(), 0).tinted()).isFalse();
        assertThat(new Views(SketchedForm.bilevel(form.scan(DPI, new AffineTransform(), 0))).of(learnt(form, 0)))
                .as("a scan in black and white shows no tint")
                .isInstanceOf(Raster.class)
                .extracting(Page::bilevel)
                .isEqualTo(true);
    }

    private static Template learnt(SketchedForm form, double skewDeg) {
        AffineTransform lean =
                AffineTransform.getRotateInstance(Math.toRadians(skewDeg), form.widthMm() / 2, form.heightMm() / 2);
        Raster blank = form.scan(DPI, lean, 5);
        TemplateLearner learner = new TemplateLearner("unseen", false);
        learner.learn(blank, PaperSize.ofDpi(blank.width(), blank.height(), DPI));
        return Template.parse(learner.json());
    }

    /** Nothing says how high one writes above an open comb, so that only its other sides are compared. */
    private static Optional<FieldSpec> match(Template learnt, FieldSpec field) {
        Box box = field.boxMm();
        return learnt.fields().stream()
                .filter(other -> other.layout().getClass() == field.layout().getClass())
                .filter(other -> other.length() == field.length() || field.layout() instanceof Layout.Strip)
                .filter(other -> Math.abs(other.boxMm().x() - box.x()) < PLACE_MM
                        && Math.abs(other.boxMm().right() - box.right()) < PLACE_MM
                        && Math.abs(other.boxMm().bottom() - box.bottom()) < PLACE_MM
                        && (open(other) || Math.abs(other.boxMm().y() - box.y()) < PLACE_MM))
                .findFirst();
    }

    private static boolean open(FieldSpec field) {
        return field.layout() instanceof Layout.Cells cells && cells.open();
    }

    /** How far the lower corners of all cells are from where the page shows them. */
    private static double distanceMm(FieldSpec drawn, FieldSpec learnt, Affine mmToPx, AffineTransform placement) {
        double most = 0;
        for (int i = 0; i < cells(drawn).size(); i++) {
            Box there = cells(drawn).get(i);
            Box here = cells(learnt).get(i);
            Point2D left = placement.transform(new Point2D.Double(there.x(), there.bottom()), null);
            Point2D right = placement.transform(new Point2D.Double(there.right(), there.bottom()), null);
            most = Math.max(most, distanceMm(left, mmToPx, here.x(), here.bottom()));
            most = Math.max(most, distanceMm(right, mmToPx, here.right(), here.bottom()));
        }
        return most;
    }

    private static List<Box> cells(FieldSpec field) {
        if (field.layout() instanceof Layout.Cells cells) {
            return IntStream.range(0, field.length()).mapToObj(cells::cellMm).toList();
        }
        return List.of(field.boxMm());
    }

    private static double distanceMm(Point2D there, Affine mmToPx, double xMm, double yMm) {
        double mmPerPx = 25.4 / DPI;
        return there.distance(mmToPx.x(xMm, yMm) * mmPerPx, mmToPx.y(xMm, yMm) * mmPerPx);
    }
}
