package numeral.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A check across the fields of a page: the addends make the total. One addend alone says that two fields are equal.
 *
 * @param addends names of fields; an empty field counts as 0
 * @param total name of another field
 */
public record FieldSum(List<String> addends, String total) {
    public FieldSum {
        addends = List.copyOf(addends);
    }

    /** As a person would write it. */
    @Override
    public String toString() {
        return String.join(" + ", addends) + " = " + total;
    }

    /** The addends, then the total. */
    public List<String> members() {
        List<String> members = new ArrayList<>(addends);
        members.add(total);
        return members;
    }

    /** What is wrong with it in a template of these fields. */
    List<String> problems(List<FieldSpec> fields) {
        List<String> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String member : members()) {
            if (fields.stream().noneMatch(field -> field.name().equals(member))) {
                problems.add("check " + this + ": there is no field " + member);
            }
            if (!seen.add(member)) {
                problems.add("check " + this + ": field " + member + " appears twice");
            }
        }
        return problems;
    }
}
