package numeral.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Proposes a template from one page of a form, blank or filled: its boxes become fields, cells side by side one field, and the lines of the
 * boxes what the form is found by. Fields are named by their order; a person gives them their names.
 */
public final class TemplateLearner {
    private static final int ACROSS = 6;
    private static final int DOWN = 8;
    private static final int LINES_A_PLACE = 2;
    private static final double THINNEST_MM = 0.1;

    private final boolean singleBoxes;

    /** @param singleBoxes whether boxes that stand alone become fields of one digit; most of them are there to be ticked */
    public TemplateLearner(boolean singleBoxes) {
        this.singleBoxes = singleBoxes;
    }

    /**
     * What was found.
     *
     * @param single boxes of a cell's shape that stand alone
     */
    public record Learned(Template template, int single) {}

    /**
     * Learns a page.
     *
     * @throws TemplateException where the page shows too little to be a form
     */
    public Learned learn(String name, Raster page, double widthMm, double heightMm) {
        LevelPage level = LevelPage.of(page, widthMm, heightMm);
        BoxFinder finder = new BoxFinder(level);
        List<List<Box>> rows = BoxRows.of(finder);
        LayoutProposer proposer = new LayoutProposer(rows);
        List<LayoutProposer.Proposal> proposals = new ArrayList<>(proposer.proposals());
        if (singleBoxes) {
            proposer.single()
                    .forEach(box -> proposals.add(new LayoutProposer.Proposal(
                            new Layout.Cells(box.x(), box.y(), box.w(), box.h(), box.w()), 1)));
        }
        Affine mmToLevel = Affine.scale(level.pxPerMm(), level.pxPerMm());
        LineProbe rough = new LineProbe(level.grey(), 0.4);
        List<FieldSpec> fields = new ArrayList<>();
        for (LayoutProposer.Proposal proposal : proposals) {
            String field = String.format(Locale.ROOT, "field-%02d", fields.size() + 1);
            FieldSpec found = spec(field, proposal.layout(), proposal.length());
            FieldFit fit = FieldFit.of(rough, found.linesMm(), found.boxMm(), mmToLevel);
            if (fit.share() > 0.5) {
                Affine moved = fit.mmToPx().then(Affine.scale(1 / level.pxPerMm(), 1 / level.pxPerMm()));
                found = spec(field, moved(proposal.layout(), moved), proposal.length());
            }
            fields.add(found);
        }
        List<Registration.Line> lines = new ArrayList<>();
        fields.forEach(field -> lines.addAll(outline(field.boxMm())));
        proposer.single().forEach(box -> lines.addAll(outline(box)));
        Template template = new Template(
                name,
                "",
                rounded(widthMm),
                rounded(heightMm),
                0.3,
                new Registration.Lines(spread(lines, widthMm, heightMm)),
                fields);
        return new Learned(template, proposer.single().size());
    }

    private static FieldSpec spec(String name, Layout layout, int length) {
        return new FieldSpec(name, layout, length, false, false, List.of());
    }

    private static Layout moved(Layout layout, Affine map) {
        if (layout instanceof Layout.Cells cells) {
            return new Layout.Cells(
                    rounded(map.x(cells.xMm(), cells.yMm())),
                    rounded(map.y(cells.xMm(), cells.yMm())),
                    rounded(cells.cellWMm() * map.xx()),
                    rounded(cells.cellHMm() * map.yy()),
                    rounded(cells.pitchMm() * map.xx()));
        }
        Layout.Strip strip = (Layout.Strip) layout;
        return new Layout.Strip(
                rounded(map.x(strip.xMm(), strip.yMm())),
                rounded(map.y(strip.xMm(), strip.yMm())),
                rounded(strip.wMm() * map.xx()),
                rounded(strip.hMm() * map.yy()));
    }

    private static double rounded(double mm) {
        return Math.round(mm * 1000) / 1000.0;
    }

    private static List<Registration.Line> outline(Box box) {
        double left = rounded(box.x());
        double right = rounded(box.right());
        double top = rounded(box.y());
        double bottom = rounded(box.bottom());
        return List.of(
                new Registration.Line(left, top, right, top),
                new Registration.Line(left, bottom, right, bottom),
                new Registration.Line(left, top, left, bottom),
                new Registration.Line(right, top, right, bottom));
    }

    /** The longest lines of every part of the page, horizontal and vertical ones. */
    private static List<Registration.Line> spread(List<Registration.Line> lines, double widthMm, double heightMm) {
        int[][] taken = new int[2][ACROSS * DOWN];
        List<Registration.Line> kept = new ArrayList<>();
        lines.stream()
                .sorted(Comparator.comparingDouble(Registration.Line::lengthMm).reversed())
                .forEach(line -> {
                    int x = (int) ((line.x1Mm() + line.x2Mm()) / 2 / widthMm * ACROSS);
                    int y = (int) ((line.y1Mm() + line.y2Mm()) / 2 / heightMm * DOWN);
                    if (taken[line.horizontal() ? 1 : 0][y * ACROSS + x]++ < LINES_A_PLACE) {
                        kept.add(line);
                    }
                });
        return kept;
    }
}
