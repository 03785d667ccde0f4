package numeral.form;

/** One page of a form with what finds it and cuts its fields; {@code printedMm} is the length of all lines that a scan shows. */
record PageForm(int number, Template template, Registrar registrar, FieldReader fields, double printedMm) {
    static PageForm of(int number, Template template, FormSettings settings) {
        double printedMm = template.printedLines().stream()
                .mapToDouble(Registration.Line::lengthMm)
                .sum();
        return new PageForm(
                number, template, new Registrar(template, settings), new FieldReader(template, settings), printedMm);
    }

    /** Marks are found in a tenth of the time that lines take. */
    boolean cheap() {
        return template.registration() instanceof Registration.Marks;
    }
}
