package numeral.form.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import numeral.form.FieldSpec;
import numeral.form.FieldState;
import numeral.form.Layout;

/** Reads fields from their scored lattices and decides what may be accepted without a person's look. */
public final class FieldDecoder {
    private final DecisionSettings settings;

    /** Of any form's fields. */
    public FieldDecoder(DecisionSettings settings) {
        this.settings = settings;
    }

    /** Reads one field. */
    public FieldReading decode(FieldSpec field, ScoredField scored) {
        if (scored.state() == FieldState.CROSSED_OUT) {
            return crossedOut(field, scored.geometry());
        }
        int nodes = scored.nodes();
        if (nodes == 0 || scored.crops().isEmpty()) {
            return empty(field, scored.geometry());
        }
        Optional<DigitLattice.Path> best =
                new DigitLattice(nodes, field.length(), scored.crops(), settings.temperature()).best();
        if (best.isPresent()) {
            return read(field, scored, best.get());
        }
        if (!(field.layout() instanceof Layout.Cells)) {
            return uncut(field, scored);
        }
        DigitLattice.Path filled = filledCells(field, scored);
        return sideBySide(filled, scored) && filled.chosen().size() >= field.minLength()
                ? read(field, scored, filled)
                : withEmptyCells(field, scored, filled);
    }

    /** The digits of those cells that have one; a cell is cut in one way only. */
    private DigitLattice.Path filledCells(FieldSpec field, ScoredField scored) {
        List<ScoredCrop> crops = scored.crops();
        DigitLattice lattice = new DigitLattice(scored.nodes(), field.length(), crops, settings.temperature());
        List<Integer> chosen = IntStream.range(0, crops.size())
                .boxed()
                .sorted(Comparator.comparingInt(a -> crops.get(a).from()))
                .toList();
        String digits = chosen.stream().map(a -> String.valueOf(lattice.top(a))).collect(Collectors.joining());
        return new DigitLattice.Path(chosen, digits, 1);
    }

    private static boolean sideBySide(DigitLattice.Path path, ScoredField scored) {
        List<Integer> chosen = path.chosen();
        return IntStream.range(1, chosen.size())
                .allMatch(i -> scored.crops().get(chosen.get(i)).from()
                        == scored.crops().get(chosen.get(i - 1)).to());
    }

    /** What was taken back says nothing, as long as its place is beyond doubt; what crossed it out is the last of the reasons. */
    private static FieldReading crossedOut(FieldSpec field, List<String> geometry) {
        List<String> reasons = new ArrayList<>(geometry);
        if (field.required()) {
            reasons.add(0, "required field is crossed out");
        }
        FieldReading.Decision decision =
                reasons.size() == 1 ? FieldReading.Decision.BLANK : FieldReading.Decision.REVIEW;
        return FieldReading.withoutValue(FieldState.CROSSED_OUT, "", 0, decision, reasons, List.of());
    }

    private static FieldReading empty(FieldSpec field, List<String> geometry) {
        List<String> reasons = new ArrayList<>(geometry);
        if (field.required()) {
            reasons.add(0, "required field is empty");
        }
        // An empty box that was not found well may have been looked for in the wrong place.
        FieldReading.Decision decision = reasons.isEmpty() ? FieldReading.Decision.BLANK : FieldReading.Decision.REVIEW;
        return FieldReading.withoutValue(
                FieldState.BLANK, "", 0, decision, reasons.isEmpty() ? List.of("field is empty") : reasons, List.of());
    }

    private static FieldReading uncut(FieldSpec field, ScoredField scored) {
        List<String> reasons = new ArrayList<>(scored.geometry());
        reasons.add("ink falls into " + scored.nodes() + " pieces, which cannot be joined into " + field.length()
                + " digits");
        return FieldReading.withoutValue(scored.state(), "", 0, FieldReading.Decision.ERROR, reasons, List.of());
    }

    private FieldReading withEmptyCells(FieldSpec field, ScoredField scored, DigitLattice.Path filled) {
        List<ScoredCrop> crops = scored.crops();
        DigitLattice lattice = new DigitLattice(scored.nodes(), field.length(), crops, settings.temperature());
        StringBuilder raw = new StringBuilder("_".repeat(scored.nodes()));
        double weakest = 1;
        for (int a : filled.chosen()) {
            raw.setCharAt(crops.get(a).from(), (char) ('0' + lattice.top(a)));
            weakest = Math.min(weakest, lattice.probabilities(a)[lattice.top(a)]);
        }
        List<String> reasons = new ArrayList<>(scored.geometry());
        reasons.add(crops.size() + " of " + field.length() + " cells are filled");
        return FieldReading.withoutValue(
                scored.state(), raw.toString(), weakest, FieldReading.Decision.REVIEW, reasons, filled.chosen());
    }

    private FieldReading read(FieldSpec field, ScoredField scored, DigitLattice.Path path) {
        List<ScoredCrop> crops = scored.crops();
        DigitLattice lattice = new DigitLattice(scored.nodes(), field.length(), crops, settings.temperature());
        List<double[]> probabilities =
                path.chosen().stream().map(lattice::probabilities).toList();
        double belief = path.segmentation();
        double weakest = 1;
        for (int i = 0; i < probabilities.size(); i++) {
            double probability = probabilities.get(i)[path.digits().charAt(i) - '0'];
            belief *= probability;
            weakest = Math.min(weakest, probability);
        }
        double borderMm = path.chosen().stream()
                .map(crops::get)
                .mapToDouble(crop -> field.borderMm(crop.from(), crop.mm()))
                .min()
                .orElseThrow();
        belief = settings.discounted(belief, borderMm);
        CheckVerdict verdict = field.checks().isEmpty()
                ? new CheckVerdict(FieldReading.Checks.NONE, path.digits(), belief)
                : CheckVerdict.of(
                        field.checks(),
                        path.digits(),
                        Belief.spread(probabilities, path.digits(), belief / path.segmentation()),
                        belief,
                        settings.correctConfidence());
        List<String> gates = new ArrayList<>(scored.geometry());
        for (int i = 0; i < path.chosen().size(); i++) {
            gate(crops.get(path.chosen().get(i)), i, gates);
        }
        if (verdict.checks() == FieldReading.Checks.FAILED) {
            gates.add("value fails its check");
        }
        return FieldReading.of(
                scored.state(),
                path.digits(),
                verdict.value(),
                verdict.confidence(),
                weakest,
                verdict.checks(),
                gates,
                path.chosen(),
                settings.acceptConfidence());
    }

    private void gate(ScoredCrop crop, int position, List<String> gates) {
        if (crop.residue() > settings.maxResidue()) {
            gates.add(String.format(
                    Locale.ROOT,
                    "digit %d: %.0f %% of its ink looks like a printed line",
                    position + 1,
                    100 * crop.residue()));
        }
        if (crop.inkMm2() < settings.minInkMm2()) {
            gates.add(String.format(
                    Locale.ROOT,
                    "digit %d: %.2f square millimetres of ink are too little",
                    position + 1,
                    crop.inkMm2()));
        }
    }
}
