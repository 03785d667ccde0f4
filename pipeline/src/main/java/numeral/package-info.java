/** Numeral reads handwritten digits at archive scale. The rooms below and the arrows between them are told in docs/architecture.md. */
package numeral;
