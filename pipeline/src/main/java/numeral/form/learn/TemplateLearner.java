package numeral.form.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import numeral.form.FieldFit;
import numeral.form.FieldSpec;
import numeral.form.Identity;
import numeral.form.Layout;
import numeral.form.LineProbe;
import numeral.form.LineShift;
import numeral.form.PaperSize;
import numeral.form.Registration;
import numeral.form.Template;
import numeral.form.TemplateException;
import numeral.form.TemplateWriter;
import numeral.form.page.Affine;
import numeral.form.page.Box;
import numeral.form.page.Raster;

/**
 * Proposes a template from pages of a form, blank or filled: their boxes become fields, cells side by side one field, and the lines of the
 * boxes what the form is found by. Fields are named by their order; a person gives them their names.
 */
public final class TemplateLearner {
    private static final int ACROSS = 6;
    private static final int DOWN = 8;
    private static final int LINES_A_PLACE = 2;
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

    private final String name;
    private final boolean singleBoxes;
    private final List<Template> pages = new ArrayList<>();
    private int fields;
    private int single;

    /** @param singleBoxes whether boxes that stand alone become fields of one digit; most of them are there to be ticked */
    public TemplateLearner(String name, boolean singleBoxes) {
        this.name = name;
        this.singleBoxes = singleBoxes;
    }

    /**
     * Learns the next page.
     *
     * @throws TemplateException where the page shows too little to be a form
     */
    public void learn(Raster page, PaperSize size) {
        LevelPage level = LevelPage.of(page, size.widthMm(), size.heightMm());
        LayoutProposer proposer = new LayoutProposer(new RuledGrid(RuledPage.of(level)));
        List<LayoutProposer.Proposal> proposals = new ArrayList<>(proposer.proposals());
        if (singleBoxes) {
            proposer.single().forEach(box -> proposals.add(LayoutProposer.single(box)));
        } else {
            single += proposer.single().size();
        }
        List<FieldSpec> found = new ArrayList<>();
        List<Registration.Line> lines = new ArrayList<>();
        for (LayoutProposer.Proposal proposal : LayoutProposer.inReadingOrder(clear(proposals, level))) {
            FieldSpec rough = spec(proposal.layout(), proposal.length());
            FieldFit fit = fit(level, rough.linesMm(), rough.boxMm());
            Layout layout = moved(proposal.layout(), level, fit);
            FieldSpec field = spec(layout, length(spec(layout, proposal.length()), level));
            boolean free = found.stream().noneMatch(other -> other.boxMm().overlaps(field.boxMm(), APART_MM));
            double least = proposal.whole() ? LEAST_OF_WHOLE : LEAST_LINES;
            if (fit.share() >= least && field.boxMm().h() >= LOWEST_MM && free) {
                found.add(field);
                fields++;
                lines.addAll(outline(field));
            }
        }
        for (Box box : singleBoxes ? List.<Box>of() : proposer.single()) {
            if (fit(level, Registration.outline(box), box).share() >= LEAST_LINES) {
                lines.addAll(Registration.outline(box));
            }
        }
        if (found.isEmpty()) {
            throw new TemplateException(
                    name, List.of("page " + (pages.size() + 1) + " shows no printed boxes to write digits into"));
        }
        pages.add(new Template(
                name,
                "",
                rounded(size.widthMm()),
                rounded(size.heightMm()),
                lineMm(level, found),
                new Registration.Lines(spread(lines, size)),
                new Identity.Looks(),
                found,
                List.of()));
    }

    /** Lines of text may close in a box as well, but not nearly as dark a one as the form's own. */
    private static List<LayoutProposer.Proposal> clear(List<LayoutProposer.Proposal> proposals, LevelPage level) {
        double[] clarities = proposals.stream()
                .mapToDouble(proposal -> clarity(proposal, level))
                .toArray();
        double[] sorted = Arrays.stream(clarities).sorted().toArray();
        return IntStream.range(0, clarities.length)
                .filter(i -> clarities[i] >= LEAST_CLARITY * sorted[sorted.length / 2])
                .mapToObj(proposals::get)
                .toList();
    }

    private static double clarity(LayoutProposer.Proposal proposal, LevelPage level) {
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
        return field.layout() instanceof Layout.Cells cells && cells.open()
                ? field.linesMm().stream()
                        .filter(line -> line.horizontal() || line.x1Mm() == box.x() || line.x1Mm() == box.right())
                        .toList()
                : Registration.outline(box);
    }

    /** The JSON text of the template of all pages so far. */
    public String json() {
        return TemplateWriter.json(name, pages);
    }

    /** Fields of all pages so far. */
    public int fields() {
        return fields;
    }

    /** Boxes of a cell's shape that stand alone and were left out. */
    public int single() {
        return single;
    }

    private FieldSpec spec(Layout layout, int length) {
        return spec(String.format(Locale.ROOT, "field-%02d", fields + 1), layout, length);
    }

    private static FieldSpec spec(String name, Layout layout, int length) {
        return new FieldSpec(name, layout, length, length, false, false, List.of());
    }

    private static FieldFit fit(LevelPage level, List<Registration.Line> lines, Box box) {
        return FieldFit.of(
                new LineProbe(level.grey(), USUAL_LINE_MM), lines, box, Affine.scale(level.pxPerMm(), level.pxPerMm()));
    }

    private static Layout moved(Layout layout, LevelPage level, FieldFit fit) {
        Affine map = fit.mmToPx().then(Affine.scale(1 / level.pxPerMm(), 1 / level.pxPerMm()));
        if (layout instanceof Layout.Cells cells) {
            return new Layout.Cells(
                    rounded(map.x(cells.xMm(), cells.yMm())),
                    rounded(map.y(cells.xMm(), cells.yMm())),
                    rounded(cells.cellWMm() * map.xx()),
                    rounded(cells.cellHMm() * map.yy()),
                    rounded(cells.pitchMm() * map.xx()),
                    rounded(cells.wallMm() * map.yy()),
                    cells.open());
        }
        Layout.Strip strip = (Layout.Strip) layout;
        return new Layout.Strip(
                rounded(map.x(strip.xMm(), strip.yMm())),
                rounded(map.y(strip.xMm(), strip.yMm())),
                rounded(strip.wMm() * map.xx()),
                rounded(strip.hMm() * map.yy()));
    }

    /** Of a strip as many digits as are written there, where that is far from what would fit. */
    private static int length(FieldSpec field, LevelPage level) {
        if (field.layout() instanceof Layout.Cells) {
            return field.length();
        }
        int written = WrittenDigits.count(level, field.boxMm());
        boolean far = written > 0 && Math.abs(written - field.length()) >= FAR && written <= LayoutProposer.LONGEST;
        return far ? written : field.length();
    }

    private static double lineMm(LevelPage level, List<FieldSpec> fields) {
        LineProbe probe = new LineProbe(level.grey(), USUAL_LINE_MM);
        Affine map = Affine.scale(level.pxPerMm(), level.pxPerMm());
        double[] widths = fields.stream()
                .flatMap(field -> field.linesMm().stream())
                .mapToDouble(line -> probe.thicknessMm(line, map))
                .filter(width -> width > 0)
                .sorted()
                .toArray();
        return widths.length == 0 ? USUAL_LINE_MM : rounded(widths[widths.length / 2]);
    }

    private static double rounded(double mm) {
        return Math.round(mm * 100) / 100.0;
    }

    /** The longest lines of every part of the page, horizontal and vertical ones. */
    private static List<Registration.Line> spread(List<Registration.Line> lines, PaperSize size) {
        int[][] taken = new int[2][ACROSS * DOWN];
        List<Registration.Line> kept = new ArrayList<>();
        lines.stream()
                .sorted(Comparator.comparingDouble(Registration.Line::lengthMm).reversed())
                .map(line -> new Registration.Line(
                        rounded(line.x1Mm()), rounded(line.y1Mm()), rounded(line.x2Mm()), rounded(line.y2Mm())))
                .forEach(line -> {
                    int x = (int) ((line.x1Mm() + line.x2Mm()) / 2 / size.widthMm() * ACROSS);
                    int y = (int) ((line.y1Mm() + line.y2Mm()) / 2 / size.heightMm() * DOWN);
                    if (taken[line.horizontal() ? 1 : 0][y * ACROSS + x]++ < LINES_A_PLACE) {
                        kept.add(line);
                    }
                });
        return kept;
    }
}
