/**
 * Reading a form: from a grey page and a template in millimetres to normalised digits, and from scored digits to field values.
 *
 * <p>A {@link numeral.form.Template} is parsed once. A {@link numeral.form.FormReader} finds it on a page, takes the printed lines out, cuts
 * each field into a lattice of digit candidates and normalises them as MNIST is. When a classifier has scored the candidates, a {@link
 * numeral.form.FieldDecoder} picks the best path through each lattice, applies the field's checks and decides whether the value is accepted.
 * The room works on pixels and millimetres alone: it knows neither files, tables nor networks.
 */
package numeral.form;
