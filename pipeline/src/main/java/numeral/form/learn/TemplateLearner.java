package numeral.form.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import numeral.form.Identity;
import numeral.form.PaperSize;
import numeral.form.Registration;
import numeral.form.Template;
import numeral.form.TemplateException;
import numeral.form.TemplateWriter;
import numeral.form.page.Raster;

/**
 * Proposes a template from pages of a form, blank or filled: their boxes become fields, cells side by side one field, and the lines of the
 * boxes what the form is found by. Fields are named by their order; a person gives them their names.
 */
public final class TemplateLearner {
    private static final int ACROSS = 6;
    private static final int DOWN = 8;
    private static final int LINES_A_PLACE = 2;
    /** A page on which the outlines of what is tinted show so many times as many cells has its boxes in a tint. */
    private static final double TINTED = 2;

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
        LearntPage plain = new LearntPage(level, singleBoxes, fields + 1);
        LearntPage outlined = page.bilevel() ? plain : new LearntPage(level.outlined(), singleBoxes, fields + 1);
        boolean tinted = outlined.cells() > TINTED * plain.cells();
        LearntPage learnt = tinted ? outlined : plain;
        if (learnt.fields().isEmpty()) {
            throw new TemplateException(
                    name, List.of("page " + (pages.size() + 1) + " shows no printed boxes to write digits into"));
        }
        fields += learnt.fields().size();
        single += learnt.single();
        pages.add(new Template(
                name,
                "",
                rounded(size.widthMm()),
                rounded(size.heightMm()),
                learnt.lineMm(),
                tinted,
                new Registration.Lines(spread(learnt.lines(), size)),
                new Identity.Looks(),
                learnt.fields(),
                List.of()));
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

    static double rounded(double mm) {
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
