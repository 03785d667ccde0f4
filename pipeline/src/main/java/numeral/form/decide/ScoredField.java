package numeral.form.decide;

import java.util.List;
import numeral.form.FieldRegion;
import numeral.form.FieldState;

/**
 * A field whose crops a classifier has scored.
 *
 * @param name of the template's field
 * @param nodes of the lattice, 0 for an empty field
 * @param state of the {@link FieldRegion}
 * @param geometry reasons of the {@link FieldRegion} against accepting
 * @param crops the lattice's arcs in any order
 */
public record ScoredField(String name, int nodes, FieldState state, List<String> geometry, List<ScoredCrop> crops) {
    public ScoredField {
        geometry = List.copyOf(geometry);
        crops = List.copyOf(crops);
    }

    /** The same field with what else is known of its crops. */
    ScoredField with(List<ScoredCrop> others) {
        return new ScoredField(name, nodes, state, geometry, others);
    }
}
