/** A template from a blank scan: its ruled lines make a grid, and what in the grid looks like boxes or combs for digits becomes a field. */
package numeral.form.learn;
