/**
 * Labelled digits from IDX files, CSV or folders of PNG images.
 * A source is checked on the driver, read in tasks into one outcome a record, counted, and either refused as a whole
 * or handed over as rows of the tables digits and quarantine, which the caller publishes.
 */
package numeral.ingest;
