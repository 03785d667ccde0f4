package numeral.synth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import numeral.form.FieldSpec;
import numeral.form.Layout;
import numeral.form.Template;
import numeral.form.page.Box;
import numeral.synth.FilledField.State;

/** One writer who fills in one page. Strokes are in template millimetres. */
final class FormFiller {
    private static final double CELL_SHARE = 0.68;

    private final Penman penman;
    private final Effects.Pen pen;
    private final SplittableRandom random;
    private final double penRadiusMm;
    private final double size;

    /** @param pool where the digits come from; empty for a hand of the stroke model */
    FormFiller(Effects.Pen pen, Optional<DigitPool> pool, SplittableRandom random) {
        this.pen = pen;
        this.random = random;
        this.penRadiusMm = pen.radiusMm().draw(random);
        this.penman = pool.<Penman>map(digits -> digits)
                .orElseGet(() -> new Penman.Drawn(Hand.of(pen.variety(), random), penRadiusMm));
        this.size = random.nextDouble(0.85, 1.10);
    }

    /** Decides what goes into each field. */
    List<FilledField> decide(Template template, ArchiveSettings settings) {
        Map<String, State> states = new LinkedHashMap<>();
        template.fields().forEach(field -> states.put(field.name(), state(settings)));
        Set<String> blank = states.keySet().stream()
                .filter(name -> states.get(name) == State.BLANK)
                .collect(Collectors.toSet());
        Map<String, String> values = FieldValues.draw(template, blank, random);
        return template.fields().stream()
                .map(field -> new FilledField(field, values.get(field.name()), states.get(field.name())))
                .toList();
    }

    private State state(ArchiveSettings settings) {
        double chance = random.nextDouble() - settings.blankShare();
        if (chance < 0) {
            return State.BLANK;
        }
        chance -= settings.crossedOutShare();
        if (chance < 0) {
            return State.CROSSED_OUT;
        }
        return chance < pen.overwrittenShare() ? State.OVERWRITTEN : State.FILLED;
    }

    List<Stroke> write(FilledField field) {
        List<Stroke> strokes = new ArrayList<>();
        if (field.state() != State.BLANK) {
            List<Glyph> glyphs = field.spec().layout() instanceof Layout.Cells cells
                    ? inCells(cells, field.value())
                    : inStrip((Layout.Strip) field.spec().layout(), field.value());
            glyphs.forEach(glyph -> strokes.addAll(glyph.strokes()));
            if (field.state() == State.OVERWRITTEN) {
                int at = random.nextInt(glyphs.size());
                int wrong = (field.value().charAt(at) - '0' + 1 + random.nextInt(9)) % 10;
                strokes.addAll(over(glyphs.get(at), wrong).strokes());
            }
        }
        if (field.state() == State.CROSSED_OUT) {
            crossOut(field.spec(), strokes);
        }
        return strokes;
    }

    /** Another digit in the place of one. */
    private Glyph over(Glyph place, int digit) {
        Glyph glyph = penman.write(digit, place.height(), random);
        double x = (place.left() + place.right() - glyph.width()) / 2;
        return glyph.placed(1, x - glyph.left(), place.top() - glyph.top());
    }

    private List<Glyph> inCells(Layout.Cells cells, String value) {
        List<Glyph> placed = new ArrayList<>();
        for (int i = 0; i < value.length(); i++) {
            Box cell = cells.cellMm(i);
            boolean careless = random.nextDouble() < pen.carelessness();
            double share = careless ? random.nextDouble(0.95, 1.10) : Math.min(0.92, CELL_SHARE * size * wobble(0.06));
            Glyph glyph = penman.write(value.charAt(i) - '0', share * cell.h(), random);
            double roomMm = (careless ? 1.05 : 0.82) * cell.w();
            if (glyph.width() > roomMm) {
                glyph = penman.write(value.charAt(i) - '0', share * cell.h() * roomMm / glyph.width(), random);
            }
            double slackX = Math.max(0, cell.w() - glyph.width());
            double slackY = Math.max(0, cell.h() - glyph.height());
            double x = cell.x() + cell.w() / 2 + 0.12 * slackX * random.nextGaussian() - glyph.width() / 2;
            double y = cell.y() + cell.h() / 2 + 0.12 * slackY * random.nextGaussian() - glyph.height() / 2;
            placed.add(glyph.placed(1, x - glyph.left(), y - glyph.top()));
        }
        return placed;
    }

    private List<Glyph> inStrip(Layout.Strip strip, String value) {
        double heightMm = CELL_SHARE * size * strip.hMm();
        List<Glyph> glyphs = new ArrayList<>();
        List<Double> gapsMm = new ArrayList<>();
        double widthMm = 0;
        for (int i = 0; i < value.length(); i++) {
            Glyph glyph = penman.write(value.charAt(i) - '0', heightMm * wobble(0.05), random);
            boolean touching = random.nextDouble() < pen.carelessness();
            double gapMm = heightMm * (touching ? random.nextDouble(-0.08, 0.0) : random.nextDouble(0.18, 0.45));
            glyphs.add(glyph);
            gapsMm.add(gapMm);
            widthMm += glyph.width() + gapMm;
        }
        double fit = Math.min(1, 0.94 * strip.wMm() / widthMm);
        double x = strip.xMm() + 0.03 * strip.wMm() + random.nextDouble() * (0.94 * strip.wMm() - fit * widthMm);
        double baseline = strip.yMm() + strip.hMm() / 2 + 0.04 * strip.hMm() * random.nextGaussian();
        List<Glyph> placed = new ArrayList<>();
        for (int i = 0; i < glyphs.size(); i++) {
            Glyph glyph = glyphs.get(i);
            double y = baseline - fit * glyph.height() / 2 + 0.03 * heightMm * random.nextGaussian();
            placed.add(glyph.placed(fit, x - fit * glyph.left(), y - fit * glyph.top()));
            x += fit * (glyph.width() + gapsMm.get(i));
        }
        return placed;
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
