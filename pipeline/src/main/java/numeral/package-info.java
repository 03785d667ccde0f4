/** Reads handwritten digits at archive scale; here lies only what every room may throw. */
package numeral;
