package numeral.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import numeral.form.Box;
import numeral.form.FieldSpec;
import numeral.form.Layout;
import numeral.form.Template;
import numeral.synth.FilledField.State;

/** One writer who fills in one page. Strokes are in template millimetres. */
final class FormFiller {
    private static final double CELL_SHARE = 0.68;

    private final Hand hand;
    private final SplittableRandom random;
    private final double carelessness;
    private final double penRadiusMm;
    private final double size;

    FormFiller(double carelessness, SplittableRandom random) {
        this.hand = Hand.of(random);
        this.random = random;
        this.carelessness = carelessness;
        this.penRadiusMm = random.nextDouble(0.22, 0.40);
        this.size = random.nextDouble(0.85, 1.10);
    }

    /** Decides what goes into each field. */
    List<FilledField> decide(Template template, ArchiveSettings settings) {
        return template.fields().stream()
                .map(field -> {
                    double chance = random.nextDouble();
                    String value = FieldValues.draw(field, random);
                    if (chance < settings.blankShare()) {
                        return new FilledField(field, "", State.BLANK);
                    }
                    boolean crossedOut = chance < settings.blankShare() + settings.crossedOutShare();
                    return new FilledField(field, value, crossedOut ? State.CROSSED_OUT : State.FILLED);
                })
                .toList();
    }

    List<Stroke> write(FilledField field) {
        List<Stroke> strokes = new ArrayList<>();
        if (field.state() != State.BLANK) {
            if (field.spec().layout() instanceof Layout.Cells cells) {
                writeInCells(cells, field.value(), strokes);
            } else if (field.spec().layout() instanceof Layout.Strip strip) {
                writeInStrip(strip, field.value(), strokes);
            }
        }
        if (field.state() == State.CROSSED_OUT) {
            crossOut(field.spec(), strokes);
        }
        return strokes;
    }

    private void writeInCells(Layout.Cells cells, String value, List<Stroke> strokes) {
        for (int i = 0; i < value.length(); i++) {
            Box cell = cells.cellMm(i);
            boolean careless = random.nextDouble() < carelessness;
            double share = careless ? random.nextDouble(0.95, 1.10) : Math.min(0.92, CELL_SHARE * size * wobble(0.06));
            Glyph glyph = glyph(value.charAt(i), share * cell.h());
            double roomMm = (careless ? 1.05 : 0.82) * cell.w();
            if (glyph.width() > roomMm) {
                glyph = glyph(value.charAt(i), share * cell.h() * roomMm / glyph.width());
            }
            double slackX = Math.max(0, cell.w() - glyph.width());
            double slackY = Math.max(0, cell.h() - glyph.height());
            double x = cell.x() + cell.w() / 2 + 0.12 * slackX * random.nextGaussian() - glyph.width() / 2;
            double y = cell.y() + cell.h() / 2 + 0.12 * slackY * random.nextGaussian() - glyph.height() / 2;
            strokes.addAll(glyph.placed(1, x - glyph.left(), y - glyph.top()).strokes());
        }
    }

    private void writeInStrip(Layout.Strip strip, String value, List<Stroke> strokes) {
        double heightMm = CELL_SHARE * size * strip.hMm();
        List<Glyph> glyphs = new ArrayList<>();
        List<Double> gapsMm = new ArrayList<>();
        double widthMm = 0;
        for (int i = 0; i < value.length(); i++) {
            Glyph glyph = glyph(value.charAt(i), heightMm * wobble(0.05));
            boolean touching = random.nextDouble() < carelessness;
            double gapMm = heightMm * (touching ? random.nextDouble(-0.08, 0.0) : random.nextDouble(0.18, 0.45));
            glyphs.add(glyph);
            gapsMm.add(gapMm);
            widthMm += glyph.width() + gapMm;
        }
        double fit = Math.min(1, 0.94 * strip.wMm() / widthMm);
        double x = strip.xMm() + 0.03 * strip.wMm() + random.nextDouble() * (0.94 * strip.wMm() - fit * widthMm);
        double baseline = strip.yMm() + strip.hMm() / 2 + 0.04 * strip.hMm() * random.nextGaussian();
        for (int i = 0; i < glyphs.size(); i++) {
            Glyph glyph = glyphs.get(i);
            double y = baseline - fit * glyph.height() / 2 + 0.03 * heightMm * random.nextGaussian();
            strokes.addAll(glyph.placed(fit, x - fit * glyph.left(), y - fit * glyph.top())
                    .strokes());
            x += fit * (glyph.width() + gapsMm.get(i));
        }
    }

    /** The digit with its ink of the given height, in millimetres; the pen is as thick as ever. */
    private Glyph glyph(char digit, double heightMm) {
        Glyph glyph = hand.withRadius(penRadiusMm / heightMm).write(digit - '0', random);
        double scale = heightMm / Math.max(glyph.height(), 0.6);
        return glyph.placed(scale, 0, 0);
    }

    /** One or two strokes of the pen from end to end. */
    private void crossOut(FieldSpec field, List<Stroke> strokes) {
        Box box = field.boxMm();
        int lines = 1 + random.nextInt(2);
        for (int line = 0; line < lines; line++) {
            int points = 12;
            double[] x = new double[points];
            double[] y = new double[points];
            double[] radius = new double[points];
            for (int i = 0; i < points; i++) {
                double t = (double) i / (points - 1);
                x[i] = box.x() + box.w() * (0.01 + 0.98 * t) + 0.2 * random.nextGaussian();
                y[i] = box.y() + box.h() * (0.35 + 0.3 * (line == 0 ? t : 1 - t)) + 0.25 * random.nextGaussian();
                radius[i] = penRadiusMm;
            }
            strokes.add(new Stroke(x, y, radius));
        }
    }

    private double wobble(double deviation) {
        return Math.exp(deviation * random.nextGaussian());
    }
}
