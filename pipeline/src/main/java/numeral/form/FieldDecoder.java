package numeral.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads fields from their scored lattices and decides what may be accepted without a person's look. */
public final class FieldDecoder {
    private final DecisionSettings settings;

    public FieldDecoder(DecisionSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads one field.
     *
     * @param nodes of the lattice, 0 for an empty field
     * @param geometry reasons of the {@link FieldRegion} against accepting
     * @param crops the lattice's arcs in any order
     */
    public FieldReading decode(FieldSpec field, int nodes, List<String> geometry, List<ScoredCrop> crops) {
        if (nodes == 0 || crops.isEmpty()) {
            return empty(field, geometry);
        }
        Optional<DigitLattice.Path> best =
                new DigitLattice(nodes, field.length(), crops, settings.temperature()).best();
        if (best.isPresent()) {
            return read(field, nodes, geometry, crops, best.get());
        }
        return field.layout() instanceof Layout.Cells
                ? withEmptyCells(field, nodes, geometry, crops)
                : uncut(field, nodes, geometry);
    }

    private static FieldReading empty(FieldSpec field, List<String> geometry) {
        List<String> reasons = new ArrayList<>(geometry);
        if (field.required()) {
            reasons.add(0, "required field is empty");
        }
        // An empty box that was not found well may have been looked for in the wrong place.
        FieldReading.Decision decision = reasons.isEmpty() ? FieldReading.Decision.BLANK : FieldReading.Decision.REVIEW;
        return new FieldReading(
                "",
                "",
                0,
                0,
                FieldReading.Checks.NONE,
                decision,
                reasons.isEmpty() ? List.of("field is empty") : reasons,
                List.of());
    }

    private static FieldReading uncut(FieldSpec field, int nodes, List<String> geometry) {
        List<String> reasons = new ArrayList<>(geometry);
        reasons.add("ink falls into " + nodes + " pieces, which cannot be joined into " + field.length() + " digits");
        return new FieldReading(
                "", "", 0, 0, FieldReading.Checks.NONE, FieldReading.Decision.ERROR, reasons, List.of());
    }

    private FieldReading withEmptyCells(FieldSpec field, int nodes, List<String> geometry, List<ScoredCrop> crops) {
        StringBuilder raw = new StringBuilder("_".repeat(nodes));
        List<Integer> chosen = new ArrayList<>();
        double weakest = 1;
        DigitLattice lattice = new DigitLattice(nodes, field.length(), crops, settings.temperature());
        for (int a = 0; a < crops.size(); a++) {
            raw.setCharAt(crops.get(a).from(), (char) ('0' + lattice.top(a)));
            weakest = Math.min(weakest, lattice.probabilities(a)[lattice.top(a)]);
            chosen.add(a);
        }
        chosen.sort(Comparator.comparingInt(a -> crops.get(a).from()));
        List<String> reasons = new ArrayList<>(geometry);
        reasons.add(crops.size() + " of " + field.length() + " cells are filled");
        return new FieldReading(
                raw.toString(),
                "",
                0,
                weakest,
                FieldReading.Checks.NONE,
                FieldReading.Decision.REVIEW,
                reasons,
                chosen);
    }

    private FieldReading read(
            FieldSpec field, int nodes, List<String> geometry, List<ScoredCrop> crops, DigitLattice.Path path) {
        DigitLattice lattice = new DigitLattice(nodes, field.length(), crops, settings.temperature());
        List<double[]> probabilities =
                path.chosen().stream().map(lattice::probabilities).toList();
        double belief = path.segmentation();
        double weakest = 1;
        for (int i = 0; i < probabilities.size(); i++) {
            double probability = probabilities.get(i)[path.digits().charAt(i) - '0'];
            belief *= probability;
            weakest = Math.min(weakest, probability);
        }
        CheckVerdict verdict =
                CheckVerdict.of(field.checks(), path.digits(), probabilities, belief, settings.correctConfidence());
        List<String> reasons = new ArrayList<>(geometry);
        for (int a : path.chosen()) {
            gate(crops.get(a), path.chosen().indexOf(a), reasons);
        }
        if (verdict.checks() == FieldReading.Checks.FAILED) {
            reasons.add("value fails its check");
        } else if (verdict.confidence() < settings.acceptConfidence()) {
            reasons.add(String.format(
                    Locale.ROOT, "confidence %.4f is below %.4f", verdict.confidence(), settings.acceptConfidence()));
        }
        if (verdict.checks() != FieldReading.Checks.CORRECTED && weakest < settings.acceptDigit()) {
            reasons.add(
                    String.format(Locale.ROOT, "weakest digit %.4f is below %.4f", weakest, settings.acceptDigit()));
        }
        return new FieldReading(
                path.digits(),
                verdict.value(),
                verdict.confidence(),
                weakest,
                verdict.checks(),
                reasons.isEmpty() ? FieldReading.Decision.ACCEPT : FieldReading.Decision.REVIEW,
                reasons,
                path.chosen());
    }

    private void gate(ScoredCrop crop, int position, List<String> reasons) {
        if (crop.residue() > settings.maxResidue()) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "digit %d: %.0f %% of its ink looks like a printed line",
                    position + 1,
                    100 * crop.residue()));
        }
        if (crop.inkMm2() < settings.minInkMm2()) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "digit %d: %.2f square millimetres of ink are too little",
                    position + 1,
                    crop.inkMm2()));
        }
    }
}
