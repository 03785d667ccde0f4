/**
 * From archives to rows: each item is opened ({@code numeral.scan}), the form on it found and cut ({@code numeral.form}), and what came of it
 * becomes one row of {@code pages} and a row of {@code crops} for each digit candidate. No network is asked, so that a new one can score
 * the same crops without any page being opened again.
 */
package numeral.extract;
