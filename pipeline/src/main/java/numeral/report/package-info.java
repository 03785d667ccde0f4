/**
 * Writes what a run did as one HTML page that needs nothing but itself: the data of a report is gathered by the caller, each section renders its part
 * of it, and the page is their concatenation. Equal data gives an equal page. Charts are drawn as SVG here rather than by a plotting library, which
 * would need fonts on the machine that writes the page.
 */
package numeral.report;
