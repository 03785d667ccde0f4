package numeral.form;

import java.util.List;

/** A form template that cannot be used; names every problem at once. */
public final class TemplateException extends IllegalArgumentException {
    private final List<String> problems;

    /** Of the template by that name, with everything that is wrong with it. */
    public TemplateException(String name, List<String> problems) {
        super("template " + name + ": " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each problem as what, value, where and what is expected. */
    public List<String> problems() {
        return problems;
    }
}
