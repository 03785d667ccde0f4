/**
 * Made-up data with known truth: digits from a stroke model as IDX files, and archives of scanned forms filled with them. A form is
 * decided and written (FormFiller), printed (PrintedForm), soiled (Sheet), scanned (Scanner), packed (PageFormat, ArchiveFormat) and on
 * request broken (Mishap, Spoiling, Fault).
 * One seed gives one result: every digit and every page derives its own random numbers from the seed and its index,
 * so that neither threads nor the order of work matter.
 */
package numeral.synth;
