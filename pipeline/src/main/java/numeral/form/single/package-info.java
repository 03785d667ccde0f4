/** The one digit on an image of its own, a cut-out or a photograph: its tones, its light, its focus, and what is printed around it. */
package numeral.form.single;
