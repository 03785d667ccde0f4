package numeral.form.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import numeral.form.FieldFit;
import numeral.form.FieldSpec;
import numeral.form.Layout;
import numeral.form.LineProbe;
import numeral.form.LineShift;
import numeral.form.Registration;
import numeral.form.page.Affine;
import numeral.form.page.Box;

/** What one page of a form shows: its fields in reading order, and the lines around its boxes. */
final class LearntPage {
    private static final double LOWEST_MM = 2.9;
    /** Fields share no more than the line between them. */
    private static final double APART_MM = 0.4;
    /** A box with lines so much weaker than usual on the page is made of text. */
    private static final double LEAST_CLARITY = 0.5;
    /** How far a line is looked for around its place. */
    private static final double EDGE_MM = 0.4;

    private static final double USUAL_LINE_MM = 0.4;
    /** A box of which a smaller share of the lines is found again is no box. */
    private static final double LEAST_LINES = 0.85;
    /** Digits hide the lines of cells that are written full. */
    private static final double LEAST_OF_WHOLE = 0.6;

    /** Digits that touch or are broken are counted wrongly by one. */
    private static final int FAR = 2;

    private final LevelPage level;
    private final int firstField;
    private final List<FieldSpec> fields = new ArrayList<>();
    private final List<Registration.Line> lines = new ArrayList<>();
    private final int single;

    /**
     * @param singleBoxes whether boxes that stand alone become fields
     * @param firstField number of the page's first field, by which fields are named
     */
    LearntPage(LevelPage level, boolean singleBoxes, int firstField) {
        this.level = level;
        this.firstField = firstField;
        LayoutProposer proposer = new LayoutProposer(new RuledGrid(RuledPage.of(level)));
        List<LayoutProposer.Proposal> proposals = new ArrayList<>(proposer.proposals());
        if (singleBoxes) {
            proposer.single().forEach(box -> proposals.add(LayoutProposer.single(box)));
        }
        LayoutProposer.inReadingOrder(clear(proposals)).forEach(this::add);
        List<Box> alone = singleBoxes ? List.of() : proposer.single();
        alone.stream()
                .filter(box -> fit(Registration.outline(box), box).share() >= LEAST_LINES)
                .forEach(box -> lines.addAll(Registration.outline(box)));
        single = alone.size();
    }

    List<FieldSpec> fields() {
        return fields;
    }

    /** How many digits go into cells: strips may be made of shaded rows of a table. */
    int cells() {
        return fields.stream()
                .filter(field -> field.layout() instanceof Layout.Cells)
                .mapToInt(FieldSpec::length)
                .sum();
    }

    /** Of all boxes, in no order. */
    List<Registration.Line> lines() {
        return lines;
    }

    /** Boxes of a cell's shape that stand alone and were left out. */
    int single() {
        return single;
    }

    /** A proposal whose lines are there, and which is not where a field is already. */
    private void add(LayoutProposer.Proposal proposal) {
        FieldSpec rough = spec(proposal.layout(), proposal.length());
        FieldFit fit = fit(rough.linesMm(), rough.boxMm());
        Layout layout = moved(proposal.layout(), fit);
        FieldSpec field = spec(layout, length(spec(layout, proposal.length())));
        boolean free = fields.stream().noneMatch(other -> other.boxMm().overlaps(field.boxMm(), APART_MM));
        double least = proposal.whole() ? LEAST_OF_WHOLE : LEAST_LINES;
        if (fit.share() >= least && field.boxMm().h() >= LOWEST_MM && free) {
            fields.add(field);
            lines.addAll(outline(field));
        }
    }

    /** Lines of text may close in a box as well, but not nearly as dark a one as the form's own. */
    private List<LayoutProposer.Proposal> clear(List<LayoutProposer.Proposal> proposals) {
        double[] clarities =
                proposals.stream().mapToDouble(proposal -> clarity(proposal)).toArray();
        double[] sorted = Arrays.stream(clarities).sorted().toArray();
        return IntStream.range(0, clarities.length)
                .filter(i -> clarities[i] >= LEAST_CLARITY * sorted[sorted.length / 2])
                .mapToObj(proposals::get)
                .toList();
    }

    private double clarity(LayoutProposer.Proposal proposal) {
        List<Registration.Line> lines =
                spec("", proposal.layout(), proposal.length()).linesMm();
        LineProbe probe = new LineProbe(level.grey(), USUAL_LINE_MM);
        Affine map = Affine.scale(level.pxPerMm(), level.pxPerMm());
        return Math.min(
                LineShift.of(probe, lines, true, map, EDGE_MM).get(0).score(),
                LineShift.of(probe, lines, false, map, EDGE_MM).get(0).score());
    }

    /** The lines of a field that are long enough to find the page by. */
    private static List<Registration.Line> outline(FieldSpec field) {
        Box box = field.boxMm();
        return field.layout() instanceof Layout.Cells cells && cells.comb() == Layout.Comb.OPEN
                ? field.linesMm().stream()
                        .filter(line -> line.horizontal() || line.x1Mm() == box.x() || line.x1Mm() == box.right())
                        .toList()
                : Registration.outline(box);
    }

    private FieldSpec spec(Layout layout, int length) {
        return spec(String.format(Locale.ROOT, "field-%02d", firstField + fields.size()), layout, length);
    }

    private static FieldSpec spec(String name, Layout layout, int length) {
        return new FieldSpec(name, layout, length, length, false, false, List.of());
    }

    private FieldFit fit(List<Registration.Line> lines, Box box) {
        return FieldFit.of(
                new LineProbe(level.grey(), USUAL_LINE_MM), lines, box, Affine.scale(level.pxPerMm(), level.pxPerMm()));
    }

    private Layout moved(Layout layout, FieldFit fit) {
        Affine map = fit.mmToPx().then(Affine.scale(1 / level.pxPerMm(), 1 / level.pxPerMm()));
        if (layout instanceof Layout.Cells cells) {
            return new Layout.Cells(
                    TemplateLearner.rounded(map.x(cells.xMm(), cells.yMm())),
                    TemplateLearner.rounded(map.y(cells.xMm(), cells.yMm())),
                    TemplateLearner.rounded(cells.cellWMm() * map.xx()),
                    TemplateLearner.rounded(cells.cellHMm() * map.yy()),
                    TemplateLearner.rounded(cells.pitchMm() * map.xx()),
                    TemplateLearner.rounded(cells.wallMm() * map.yy()),
                    cells.comb());
        }
        Layout.Strip strip = (Layout.Strip) layout;
        return new Layout.Strip(
                TemplateLearner.rounded(map.x(strip.xMm(), strip.yMm())),
                TemplateLearner.rounded(map.y(strip.xMm(), strip.yMm())),
                TemplateLearner.rounded(strip.wMm() * map.xx()),
                TemplateLearner.rounded(strip.hMm() * map.yy()));
    }

    /** Of a strip as many digits as are written there, where that is far from what would fit. */
    private int length(FieldSpec field) {
        if (field.layout() instanceof Layout.Cells) {
            return field.length();
        }
        int written = WrittenDigits.count(level, field.boxMm());
        boolean far = written > 0 && Math.abs(written - field.length()) >= FAR && written <= LayoutProposer.LONGEST;
        return far ? written : field.length();
    }

    /** How thick the lines of its fields are. */
    double lineMm() {
        LineProbe probe = new LineProbe(level.grey(), USUAL_LINE_MM);
        Affine map = Affine.scale(level.pxPerMm(), level.pxPerMm());
        double[] widths = fields.stream()
                .flatMap(field -> field.linesMm().stream())
                .mapToDouble(line -> probe.thicknessMm(line, map))
                .filter(width -> width > 0)
                .sorted()
                .toArray();
        return widths.length == 0 ? USUAL_LINE_MM : TemplateLearner.rounded(widths[widths.length / 2]);
    }
}
