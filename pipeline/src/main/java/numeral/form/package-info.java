/**
 * Reading a form: from a grey page and a template in millimetres to normalised digits.
 *
 * <p>A {@link numeral.form.Template} is parsed once. A {@link numeral.form.FormReader} finds it on a page, takes the printed lines out, cuts each field into a
 * lattice of digit candidates and normalises them as MNIST is. What the candidates say, once a classifier has scored them, is for {@link
 * numeral.form.decide}; a template for a form that has none comes from {@link numeral.form.learn}; all of them see a scan as {@link numeral.form.page} shows it.
 * The room works on pixels and millimetres alone: it knows neither files, tables nor networks.
 */
package numeral.form;
