package numeral.form;

import java.util.List;
import numeral.form.page.Box;

/**
 * Where a field was found and the lattice of its digit candidates. Nodes run from 0 to {@code nodes}; each crop is an arc; a reading is a
 * path from 0 to {@code nodes} of exactly as many arcs as the field has digits. In a field of cells a cell without an arc is empty. A field
 * with {@code nodes} of 0 is empty.
 *
 * @param px bounding box in page pixels
 * @param mm the field in template millimetres
 * @param ink share of the field that is ink after the printed lines are gone, 0 to 1
 * @param residualMm root mean square distance of the field's own lines after its local fit; 0 where it has none
 * @param state what the writer left, as far as geometry tells
 * @param reasons what speaks against accepting the field, from geometry alone
 */
public record FieldRegion(
        String field,
        Box px,
        Box mm,
        double ink,
        double residualMm,
        int nodes,
        FieldState state,
        List<String> reasons,
        List<Crop> crops) {
    public FieldRegion {
        reasons = List.copyOf(reasons);
        crops = List.copyOf(crops);
    }
}
