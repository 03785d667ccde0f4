/**
 * What a field says, and whether to believe it. When a classifier has scored the candidates of a field, {@link numeral.form.decide.FieldDecoder} picks the best
 * path through its lattice, applies the field's checks and decides whether the value is accepted; {@link numeral.form.decide.PageDecoder} holds the fields of a
 * page against the sums that the form promises. No pixel is seen here.
 */
package numeral.form.decide;
