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
        if (reasons.isEmpty()) {
            return FieldReading.withoutValue("", 0, FieldReading.Decision.BLANK, List.of("field is empty"), List.of());
        }
        // An empty box that was not found well may have been looked for in the wrong place.
        return FieldReading.withoutValue("", 0, FieldReading.Decision.REVIEW, reasons, List.of());
    }

    private static FieldReading uncut(FieldSpec field, int nodes, List<String> geometry) {
        List<String> reasons = new ArrayList<>(geometry);
        reasons.add("ink falls into " + nodes + " pieces, which cannot be joined into " + field.length() + " digits");
        return FieldReading.withoutValue("", 0, FieldReading.Decision.ERROR, reasons, List.of());
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
        return FieldReading.withoutValue(raw.toString(), weakest, FieldReading.Decision.REVIEW, reasons, chosen);
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
        double residue = path.chosen().stream()
                .mapToDouble(a -> crops.get(a).residue())
                .max()
                .orElse(0);
        belief = settings.discounted(belief, residue);
        CheckVerdict verdict =
                CheckVerdict.of(field.checks(), path.digits(), probabilities, belief, settings.correctConfidence());
        List<String> gates = new ArrayList<>(geometry);
        for (int i = 0; i < path.chosen().size(); i++) {
            gate(crops.get(path.chosen().get(i)), i, gates);
        }
        if (verdict.checks() == FieldReading.Checks.FAILED) {
            gates.add("value fails its check");
        }
        return FieldReading.of(
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
