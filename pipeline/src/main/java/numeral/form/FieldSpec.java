package numeral.form;

import java.util.List;

/**
 * One field of a template: a string of {@code length} digits.
 *
 * @param name unique within the template
 * @param required whether an empty field needs a person's look
 * @param sensitive whether the value is to be masked wherever people see it
 * @param checks what a true value satisfies
 */
public record FieldSpec(
        String name, Layout layout, int length, boolean required, boolean sensitive, List<Check> checks) {

    public FieldSpec {
        checks = List.copyOf(checks);
    }

    /** The whole field in template millimetres. */
    public Box boxMm() {
        if (layout instanceof Layout.Cells cells) {
            return new Box(cells.xMm(), cells.yMm(), cells.pitchMm() * (length - 1) + cells.cellWMm(), cells.cellHMm());
        }
        Layout.Strip strip = (Layout.Strip) layout;
        return new Box(strip.xMm(), strip.yMm(), strip.wMm(), strip.hMm());
    }
}
