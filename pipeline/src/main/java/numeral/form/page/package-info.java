/**
 * A page as a plane of pixels: grey or one bit each, its ink, what of it hangs together, its long lines, and maps between pixels and millimetres. Knows nothing
 * of forms.
 */
package numeral.form.page;
