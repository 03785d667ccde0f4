package numeral.form;

import java.util.List;
import java.util.regex.Pattern;
import numeral.form.page.Box;

/** What tells that a page belongs to a form. */
public sealed interface Identity {

    /**
     * A code that every copy carries.
     *
     * @param placeMm where it is printed, in template millimetres
     * @param value matches the whole text of the code
     */
    record Code(Symbology symbology, Box placeMm, Pattern value) implements Identity {
        boolean matches(String text) {
            return value.matcher(text).matches();
        }
    }

    /** Its marks and printed lines alone. */
    record Looks() implements Identity {}

    /** What is wrong with its place on a page of that size. */
    default List<String> problems(double widthMm, double heightMm) {
        return this instanceof Code code && !new Box(0, 0, widthMm, heightMm).contains(code.placeMm())
                ? List.of("code at x " + code.placeMm().x() + " y "
                        + code.placeMm().y() + " lies outside the page")
                : List.of();
    }
}
